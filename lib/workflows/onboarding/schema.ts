import { z } from 'zod';
import { PROFILE_FIELDS } from '@/lib/records/merchant/profile-fields';
import { profileDraft } from '@/lib/records/merchant/profile-form';
import { approval, rejection } from '@/lib/review/outcome';

/**
 * The submitted form as it arrives. The fields are judged against the rules of the moment (`profileForm`), which come
 * from the settings, so the door only asks for the tick.
 */
const submitted = z
  .object({
    agreementId: z.string().max(60).optional(),
    agreed: z.union([z.string(), z.boolean()]).optional(),
  })
  .loose();

export const onboardingInputs = {
  open: z.object({}),
  save: profileDraft,
  submit: submitted,
  withdraw: z.object({}),
  approve: approval,
  reject: rejection(PROFILE_FIELDS),
};

export type SubmitInput = z.infer<typeof submitted>;
