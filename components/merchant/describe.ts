import type { UploadedFile } from '@/components/ui/upload';
import type { CheckResult } from '@/components/workflow/check-list';
import type { ComparedField, Side } from '@/components/workflow/difference';
import type { Contact, MerchantProfile } from '@/db/schema/merchant';
import { formatCount } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locales';
import type { Translate } from '@/lib/i18n/translator';
import { PROFILE_FIELDS, type ProfileField } from '@/lib/records/merchant/profile-fields';

/** What it takes to put a profile into words. */
export interface Describing {
  /** Words of `merchant`. */
  t: Translate;
  locale: Locale;
  files: ReadonlyMap<string, UploadedFile>;
}

const contact = (value: Contact) => [value.name, value.mobile, value.email].join('\n');

/** A country or region by its code, in the reader's language. */
export function countryName(code: string, locale: Locale): string {
  return new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? code;
}

const TEXTS: Record<
  Exclude<ProfileField, 'companyName' | 'logoFileId' | 'licenceFileId'>,
  (profile: MerchantProfile, describing: Describing) => string | undefined
> = {
  website: (profile) => profile.website,
  platformContact: ({ platformContact }, { t }) =>
    platformContact ? contact(platformContact) : t('no'),
  yearsInBusiness: ({ yearsInBusiness }, { t }) => yearsInBusiness && t(`years.${yearsInBusiness}`),
  employees: ({ employees }, { t }) => employees && t(`employees.${employees}`),
  registeredCapital: ({ registeredCapital }) =>
    registeredCapital === undefined ? undefined : formatCount(registeredCapital),
  introduction: (profile) => profile.introduction,
  businessContact: (profile) => contact(profile.businessContact),
  address: ({ address }, { locale }) =>
    [
      `${countryName(address.country, locale)} ${address.province} ${address.city}`,
      address.street,
      address.postalCode,
    ].join('\n'),
  servicePhone: (profile) => profile.servicePhone,
  serviceEmail: (profile) => profile.serviceEmail,
  serviceTime: ({ serviceTime }, { t }) => serviceTime && t('serviceTimeText', { ...serviceTime }),
};

/** One field of a company's data as it is shown. */
export function sideOf(
  field: ProfileField,
  name: string,
  profile: MerchantProfile,
  describing: Describing,
): Side {
  if (field === 'companyName') return { kind: 'text', text: name };
  if (field === 'logoFileId' || field === 'licenceFileId') {
    const file = describing.files.get(profile[field] ?? '');
    return file ? { kind: 'files', files: [file] } : null;
  }
  const text = TEXTS[field](profile, describing);
  return text ? { kind: 'text', text } : null;
}

/** A company's data field by field, against what it was before; fields that neither has are left out. */
export function comparedFields(
  after: { name: string; profile: MerchantProfile },
  before: { name: string; profile: MerchantProfile } | null,
  describing: Describing,
  checks: readonly (CheckResult & { field: string })[] = [],
): ComparedField[] {
  return PROFILE_FIELDS.map((key) => ({
    key,
    label: describing.t(`field.${key}`),
    before: before ? sideOf(key, before.name, before.profile, describing) : null,
    after: sideOf(key, after.name, after.profile, describing),
    checks: checks.filter(({ field }) => field === key),
  })).filter(({ before: old, after: now, checks: found }) => old || now || found.length > 0);
}
