import { countryName } from '@/components/merchant/describe';
import type { ProfileValues, UploadField } from '@/components/merchant/profile-values';
import type { Option } from '@/components/ui/select';
import type { Actor } from '@/lib/auth/actor';
import { readFiles, uploadRule } from '@/lib/files/queries';
import { formatBytes } from '@/lib/i18n/format';
import { currentLocale, getT } from '@/lib/i18n/server';
import { COUNTRIES } from '@/lib/records/merchant/profile-form';

export interface CompanyForm {
  values: ProfileValues;
  logo: UploadField;
  licence: UploadField;
  countries: Option[];
}

/** What the company form needs besides its rules: the values, the files with their limits, the countries. */
export async function companyForm(
  actor: Actor,
  draft: Record<string, unknown>,
): Promise<CompanyForm> {
  const id = (name: string) => (typeof draft[name] === 'string' ? draft[name] : '');
  const logoId = id('logoFileId');
  const licenceId = id('licenceFileId');
  const [t, locale, logo, licence, files] = await Promise.all([
    getT('merchant.hint'),
    currentLocale(),
    uploadRule(actor, 'companyLogo'),
    uploadRule(actor, 'businessLicence'),
    readFiles(actor, [logoId, licenceId]),
  ]);
  const found = (fileId: string) => {
    const file = files.get(fileId);
    return file ? [file] : [];
  };
  const accept = (extensions: string[]) => extensions.map((name) => `.${name}`).join(',');
  const types = (extensions: string[]) => extensions.map((name) => name.toUpperCase()).join(' / ');
  return {
    values: draft as ProfileValues,
    logo: {
      accept: accept(logo.extensions),
      files: found(logoId),
      hint: t('logo', {
        types: types(logo.extensions),
        size: formatBytes(logo.maxBytes),
        width: logo.advised?.width ?? 168,
        height: logo.advised?.height ?? 70,
      }),
    },
    licence: {
      accept: accept(licence.extensions),
      files: found(licenceId),
      hint: t('licence', {
        types: types(licence.extensions),
        size: formatBytes(licence.maxBytes),
      }),
    },
    countries: COUNTRIES.map((code) => ({ value: code, label: countryName(code, locale) })),
  };
}
