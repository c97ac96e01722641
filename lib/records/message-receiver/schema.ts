import { z } from 'zod';
import { LOCALES } from '@/lib/i18n/locales';
import { emailField, mobileField, nameField } from '@/lib/records/account/schema';

/** An empty field of a form counts as not given. */
const optional = <T extends z.ZodType>(field: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), field.optional());

export const receiverInput = z
  .object({
    name: nameField,
    email: optional(emailField),
    phone: optional(mobileField),
    locale: z.enum(LOCALES),
  })
  .refine(({ email, phone }) => Boolean(email ?? phone), {
    path: ['email'],
    message: 'messageReceiver.error.noAddress',
  });

const ids = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((given) => [...new Set([given ?? []].flat().filter(Boolean))])
  .pipe(z.array(z.string().max(60)).max(200));

/** Receivers of one message type by channel. */
export const typeReceiversInput = z.object({ mail: ids, sms: ids });
