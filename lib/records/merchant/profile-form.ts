import { z } from 'zod';
import { EMPLOYEES, type MerchantProfile, YEARS_IN_BUSINESS } from '@/db/schema/merchant';
import { contactFields, emailAddress, plainText, serviceNumber } from '@/lib/contact';
import { hasExternalLink } from './links';

/** Rules of the form that operators may change; both the page and the server read them from the settings. */
export interface ProfilePolicy {
  /** Individual developers are not asked for age, staff, capital and licence (onboarding.md 1.2). */
  kind: 'enterprise' | 'individual';
  /** Ten-thousand yuan (万元), C3. */
  minimumCapital: number;
  /** Technical and customer-service staff, C4. */
  minimumStaff: number;
  /** Online customer service, days a week and hours a day, C5. */
  serviceDays: number;
  serviceHours: number;
}

export const INTRODUCTION = { min: 20, max: 2000 };

/** Countries and regions that a licence may name, as ISO codes. */
export const COUNTRIES = [
  'CN',
  'HK',
  'MO',
  'TW',
  'SG',
  'MY',
  'JP',
  'KR',
  'US',
  'GB',
  'DE',
] as const;

const line = (max: number) => z.string().transform(plainText).pipe(z.string().min(1).max(max));

const website = z
  .string()
  .transform(plainText)
  .pipe(z.string().max(200))
  .refine((value) => value === '' || isWebAddress(value), { error: 'form.error.url' })
  .transform((value) => value || undefined)
  .optional();

/** `http` or `https` with a host that has a dot; no user name in front of it. */
function isWebAddress(value: string): boolean {
  if (!/^https?:\/\//i.test(value) || !URL.canParse(value)) return false;
  const { hostname, username } = new URL(value);
  return username === '' && /^[^.].*\.[^.]{2,}$/.test(hostname);
}

const typedNumber = z.preprocess(
  (value) =>
    typeof value === 'number'
      ? String(value)
      : typeof value === 'string'
        ? plainText(value).replace(/,/g, '')
        : value,
  z
    .string()
    .min(1)
    .regex(/^\d{1,9}(\.\d{1,2})?$/, 'merchant.error.profile.number')
    .transform(Number),
);

const atLeast = (minimum: number, error: string) =>
  typedNumber.refine((value) => value >= minimum, { error, params: { minimum } });

/** The top of a bracket such as `5-19`; open ones have none. */
const topOf = (bracket: string) =>
  bracket.endsWith('+') ? Infinity : Number(bracket.split('-')[1]);

const chosen = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), z.enum(values));

const platformContact = z.preprocess(
  (value) => {
    const has = (value as { has?: unknown } | undefined)?.has;
    return has === 'yes' ? { ...(value as object), has } : { has };
  },
  z
    .discriminatedUnion(
      'has',
      [contactFields.extend({ has: z.literal('yes') }), z.object({ has: z.literal('no') })],
      'form.error.required',
    )
    .transform((value) => {
      if (value.has === 'no') return undefined;
      const { has: _has, ...contact } = value;
      return contact;
    }),
);

const postalCodeFits = ({ country, postalCode }: { country: string; postalCode: string }) =>
  country !== 'CN' || /^\d{6}$/.test(postalCode);

const anyKind = (policy: ProfilePolicy) => ({
  website,
  platformContact,
  logoFileId: line(40),
  introduction: z
    .string()
    .trim()
    .min(INTRODUCTION.min)
    .max(INTRODUCTION.max)
    .refine((text) => !hasExternalLink(text), { error: 'merchant.error.profile.link' }),
  businessContact: contactFields,
  address: z
    .object({
      country: chosen(COUNTRIES),
      province: line(60),
      city: line(60),
      street: line(200),
      postalCode: line(12),
    })
    .refine(postalCodeFits, { path: ['postalCode'], error: 'merchant.error.profile.postalCode' }),
  servicePhone: serviceNumber,
  serviceEmail: emailAddress,
  serviceTime: z.object({
    days: atLeast(policy.serviceDays, 'merchant.error.profile.serviceDays').refine((n) => n <= 7, {
      error: 'form.error.notAChoice',
    }),
    hours: atLeast(policy.serviceHours, 'merchant.error.profile.serviceHours').refine(
      (n) => n <= 24,
      { error: 'form.error.notAChoice' },
    ),
  }),
});

const enterpriseOnly = (policy: ProfilePolicy) => ({
  yearsInBusiness: chosen(YEARS_IN_BUSINESS).refine((bracket) => topOf(bracket) > 1, {
    error: 'merchant.error.profile.tooYoung',
  }),
  employees: chosen(EMPLOYEES).refine((bracket) => topOf(bracket) >= policy.minimumStaff, {
    error: 'merchant.error.profile.tooFewStaff',
    params: { minimum: policy.minimumStaff },
  }),
  registeredCapital: atLeast(policy.minimumCapital, 'merchant.error.profile.capital'),
  licenceFileId: line(40),
});

/** The form of onboarding.md 3.1 without the agreement, as it must be to be submitted. */
export function profileForm(policy: ProfilePolicy): z.ZodType<MerchantProfile> {
  return policy.kind === 'individual'
    ? z.object(anyKind(policy))
    : z.object({ ...anyKind(policy), ...enterpriseOnly(policy) });
}

const loose = (max: number) => z.string().max(max).optional().catch(undefined);
const looseContact = z
  .object({ has: loose(3), name: loose(100), mobile: loose(40), email: loose(300) })
  .optional()
  .catch(undefined);

/** The form while it is being filled in: anything, within bounds; what does not fit is left out. */
export const profileDraft = z.object({
  website: loose(400),
  platformContact: looseContact,
  logoFileId: loose(40),
  yearsInBusiness: loose(10),
  employees: loose(10),
  registeredCapital: loose(20),
  licenceFileId: loose(40),
  introduction: loose(20_000),
  businessContact: looseContact,
  address: z
    .object({
      country: loose(2),
      province: loose(100),
      city: loose(100),
      street: loose(400),
      postalCode: loose(20),
    })
    .optional()
    .catch(undefined),
  servicePhone: loose(40),
  serviceEmail: loose(300),
  serviceTime: z
    .object({ days: loose(4), hours: loose(4) })
    .optional()
    .catch(undefined),
});
