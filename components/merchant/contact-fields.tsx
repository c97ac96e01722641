import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { type Option, Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import type { ProfilePolicy } from '@/lib/records/merchant/profile-form';
import type { ProfileValues, ReviewerReason } from './profile-values';
import { ReviewerNote } from './reviewer-note';

export interface ContactFieldsProps {
  policy: ProfilePolicy;
  values: ProfileValues;
  countries: Option[];
  reasons: ReviewerReason[];
}

/** The second half: who can be reached, where, and how customers are served. */
export function ContactFields({ policy, values, countries, reasons }: ContactFieldsProps) {
  const t = useTranslations('merchant');
  const note = (field: string) => <ReviewerNote reasons={reasons} field={field} />;
  const { businessContact, address, serviceTime } = values;
  const range = (from: number, to: number, label: (count: number) => string): Option[] =>
    Array.from({ length: to - from + 1 }, (_, i) => ({
      value: String(from + i),
      label: label(from + i),
    }));
  return (
    <>
      <fieldset className="form">
        <legend className="field__label mb-1">{t('field.businessContact')}</legend>
        {note('businessContact')}
        <div className="form__row">
          <Field name="businessContact.name" label={t('field.contactName')} required>
            <TextInput defaultValue={businessContact?.name} autoComplete="name" />
          </Field>
          <Field
            name="businessContact.mobile"
            label={t('field.contactMobile')}
            hint={t('hint.businessMobile')}
            required
          >
            <TextInput inputMode="tel" defaultValue={businessContact?.mobile} />
          </Field>
          <Field name="businessContact.email" label={t('field.contactEmail')} required>
            <TextInput inputMode="email" defaultValue={businessContact?.email} />
          </Field>
        </div>
      </fieldset>
      <fieldset className="form">
        <legend className="field__label mb-1">{t('field.address')}</legend>
        <p className="field__hint">{t('hint.address')}</p>
        {note('address')}
        <div className="form__row">
          <Field name="address.country" label={t('field.country')} required>
            <Select options={countries} defaultValue={address?.country ?? 'CN'} />
          </Field>
          <Field name="address.province" label={t('field.province')} required>
            <TextInput defaultValue={address?.province} />
          </Field>
          <Field name="address.city" label={t('field.city')} required>
            <TextInput defaultValue={address?.city} />
          </Field>
        </div>
        <div className="grid gap-x-5 gap-y-[18px] sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
          <Field name="address.street" label={t('field.street')} required>
            <TextInput defaultValue={address?.street} />
          </Field>
          <Field name="address.postalCode" label={t('field.postalCode')} required>
            <TextInput inputMode="numeric" defaultValue={address?.postalCode} />
          </Field>
        </div>
      </fieldset>
      <div className="form__row">
        <Field
          name="servicePhone"
          label={t('field.servicePhone')}
          hint={t('hint.servicePhone')}
          required
        >
          {note('servicePhone')}
          <TextInput inputMode="tel" defaultValue={values.servicePhone} />
        </Field>
        <Field
          name="serviceEmail"
          label={t('field.serviceEmail')}
          hint={t('hint.serviceEmail')}
          required
        >
          {note('serviceEmail')}
          <TextInput inputMode="email" defaultValue={values.serviceEmail} />
        </Field>
      </div>
      <fieldset className="form">
        <legend className="field__label mb-1">{t('field.serviceTime')}</legend>
        <p className="field__hint">
          {t('hint.serviceTime', { days: policy.serviceDays, hours: policy.serviceHours })}
        </p>
        {note('serviceTime')}
        <div className="form__row">
          <Field name="serviceTime.days" label={t('field.serviceDays')} required>
            <Select
              placeholder={t('choose')}
              defaultValue={serviceTime?.days}
              options={range(1, 7, (count) => t('days', { count }))}
            />
          </Field>
          <Field name="serviceTime.hours" label={t('field.serviceHours')} required>
            <Select
              placeholder={t('choose')}
              defaultValue={serviceTime?.hours}
              options={range(1, 24, (count) => t('hours', { count }))}
            />
          </Field>
        </div>
      </fieldset>
    </>
  );
}
