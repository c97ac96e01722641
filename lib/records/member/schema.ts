import { z } from 'zod';
import { emailField, signUpInput } from '@/lib/records/account/schema';

const ids = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((given) => [...new Set([given ?? []].flat().filter(Boolean))])
  .pipe(z.array(z.string().max(60)).max(500));

/** Groups, and either every product or the ones named. */
const access = {
  groupIds: ids,
  scope: z.enum(['all', 'some']),
  products: ids,
};

export const inviteInput = z.object({ email: emailField, ...access });
export const accessInput = z.object(access);

export const groupInput = z.object({
  name: z.string().trim().min(1).max(40),
  permissions: ids,
});

/** An account made while accepting: the e-mail is the invitation's own. */
export const acceptNewInput = z.object({
  token: z.string().min(1).max(200),
  name: signUpInput.shape.name,
  phone: signUpInput.shape.phone,
  password: signUpInput.shape.password,
  locale: signUpInput.shape.locale,
  agreement: signUpInput.shape.agreement,
  agreementId: signUpInput.shape.agreementId,
});
