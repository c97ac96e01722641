import { z } from 'zod';
import { PROFILE_FIELDS } from '@/lib/records/merchant/profile-fields';
import { profileDraft } from '@/lib/records/merchant/profile-form';
import { approval, rejection } from '@/lib/review/outcome';

export const profileEditInputs = {
  open: z.object({}),
  save: profileDraft,
  /** Judged in the effect against the rules of the moment. */
  submit: z.object({}).loose(),
  withdraw: z.object({}),
  discard: z.object({}),
  approve: approval,
  reject: rejection(PROFILE_FIELDS),
};
