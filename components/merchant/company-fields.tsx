import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { FileUpload } from '@/components/ui/file-upload';
import { NumberInput } from '@/components/ui/number-input';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { EMPLOYEES, YEARS_IN_BUSINESS } from '@/db/schema/merchant';
import { INTRODUCTION, type ProfilePolicy } from '@/lib/records/merchant/profile-form';
import { PlatformContact } from './platform-contact';
import type { ProfileValues, ReviewerReason, UploadField } from './profile-values';
import { ReviewerNote } from './reviewer-note';

export interface CompanyFieldsProps {
  policy: ProfilePolicy;
  values: ProfileValues;
  logo: UploadField;
  licence: UploadField;
  reasons: ReviewerReason[];
}

/** The first half of the form of onboarding.md 3.1: what the company is and shows. */
export function CompanyFields({ policy, values, logo, licence, reasons }: CompanyFieldsProps) {
  const t = useTranslations('merchant');
  const note = (field: string) => <ReviewerNote reasons={reasons} field={field} />;
  return (
    <>
      <Field name="website" label={t('field.website')} hint={t('hint.website')}>
        {note('website')}
        <TextInput inputMode="url" defaultValue={values.website} placeholder="https://" />
      </Field>
      <Field name="logoFileId" label={t('field.logoFileId')} hint={logo.hint} required group>
        {note('logoFileId')}
        <FileUpload purpose="companyLogo" accept={logo.accept} files={logo.files} pictures />
      </Field>
      {policy.kind === 'enterprise' && (
        <>
          <div className="form__row">
            <Field name="yearsInBusiness" label={t('field.yearsInBusiness')} required>
              {note('yearsInBusiness')}
              <Select
                placeholder={t('choose')}
                defaultValue={values.yearsInBusiness}
                options={YEARS_IN_BUSINESS.map((value) => ({ value, label: t(`years.${value}`) }))}
              />
            </Field>
            <Field
              name="employees"
              label={t('field.employees')}
              hint={t('hint.employees', { minimum: policy.minimumStaff })}
              required
            >
              {note('employees')}
              <Select
                placeholder={t('choose')}
                defaultValue={values.employees}
                options={EMPLOYEES.map((value) => ({ value, label: t(`employees.${value}`) }))}
              />
            </Field>
            <Field
              name="registeredCapital"
              label={t('field.registeredCapital')}
              hint={t('hint.registeredCapital', { minimum: policy.minimumCapital })}
              required
            >
              {note('registeredCapital')}
              <NumberInput decimal defaultValue={values.registeredCapital} />
            </Field>
          </div>
          <Field
            name="licenceFileId"
            label={t('field.licenceFileId')}
            hint={licence.hint}
            required
            group
          >
            {note('licenceFileId')}
            <FileUpload
              purpose="businessLicence"
              accept={licence.accept}
              files={licence.files}
              pictures
            />
          </Field>
        </>
      )}
      <Field
        name="introduction"
        label={t('field.introduction')}
        hint={t('hint.introduction')}
        required
      >
        {note('introduction')}
        <Textarea rows={6} max={INTRODUCTION.max} defaultValue={values.introduction} />
      </Field>
      {note('platformContact')}
      <PlatformContact values={values.platformContact} />
    </>
  );
}
