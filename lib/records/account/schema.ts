import { z } from 'zod';
import { PASSWORD_LENGTH } from '@/lib/auth/password-length';
import { LOCALES } from '@/lib/i18n/locales';

/** An e-mail address as it is kept: trimmed, in lower case. */
export const emailField = z
  .string()
  .trim()
  .toLowerCase()
  .min(1)
  .max(200)
  .pipe(z.email('form.error.email'));

/** A mainland mobile number (onboarding.md 1.1 A2), written with or without +86, spaces and hyphens. */
export const mobileField = z
  .string()
  .transform((text) => text.replace(/[\s-]/g, '').replace(/^(\+86|0086)/, ''))
  .pipe(
    z
      .string()
      .min(1)
      .regex(/^1[3-9]\d{9}$/, 'account.error.phone'),
  );

/** A new password (A3). */
export const passwordField = z.string().min(PASSWORD_LENGTH.min).max(PASSWORD_LENGTH.max);

export const nameField = z.string().trim().min(1).max(60);
const ticked = z.literal(['on', 'true', true], 'account.error.agreement');
const locale = z.enum(LOCALES);

const notTheEmail = ({ email, password }: { email: string; password: string }) =>
  password.toLowerCase() !== email;

export const signUpInput = z
  .object({
    name: nameField,
    email: emailField,
    phone: mobileField,
    password: passwordField,
    locale,
    agreement: ticked,
    /** The version that was shown beside the box. */
    agreementId: z.string().max(40).optional(),
  })
  .refine(notTheEmail, { path: ['password'], message: 'account.error.passwordIsEmail' });

export const emailInput = z.object({ email: emailField });
export const tokenInput = z.object({ token: z.string().min(1).max(200) });
export const resetInput = tokenInput.extend({ password: passwordField });

/** At sign-in nothing is said about the form of a password: a wrong one is wrong. */
export const signInInput = z.object({
  email: emailField,
  password: z.string().min(1).max(PASSWORD_LENGTH.max),
});

export const profileInput = z.object({ name: nameField, phone: mobileField, locale });

export const changePasswordInput = z.object({
  current: z.string().min(1).max(PASSWORD_LENGTH.max),
  password: passwordField,
});
