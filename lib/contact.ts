import { z } from 'zod';

/** Text as people type it, with full-width letters and digits made plain. */
export const plainText = (value: string) => value.normalize('NFKC').trim();

const withoutGaps = (value: string) => plainText(value).replace(/[\s()]/g, '');

/** A mainland mobile number, written with or without +86, spaces and hyphens; kept as eleven digits. */
export const mobileNumber = z
  .string()
  .transform((value) =>
    withoutGaps(value)
      .replace(/-/g, '')
      .replace(/^(\+86|0086)/, ''),
  )
  .pipe(
    z
      .string()
      .min(1)
      .regex(/^1[3-9]\d{9}$/, 'contact.error.mobile'),
  );

const LANDLINE = /^0\d{2,3}-?\d{7,8}(-\d{1,6})?$/;
const SERVICE = /^(400|800)-?\d{3}-?\d{4}$/;
const SHORT = /^(95\d{3,6}|1[02]\d{3})$/;
const MOBILE = /^1[3-9]\d{9}$/;

/** A telephone that customers call: landline with area code, 400/800, short service number or mobile. */
export const serviceNumber = z
  .string()
  .transform((value) => withoutGaps(value).replace(/^(\+86|0086)-?/, ''))
  .pipe(
    z
      .string()
      .min(1)
      .refine((value) => [LANDLINE, SERVICE, SHORT, MOBILE].some((form) => form.test(value)), {
        error: 'contact.error.phone',
      }),
  );

/** An e-mail address as it is kept: trimmed, in lower case. */
export const emailAddress = z
  .string()
  .transform((value) => plainText(value).toLowerCase())
  .pipe(z.string().min(1).max(200).pipe(z.email('form.error.email')));

/** Name, mobile number and e-mail of somebody. */
export const contactFields = z.object({
  name: z.string().transform(plainText).pipe(z.string().min(1).max(60)),
  mobile: mobileNumber,
  email: emailAddress,
});
