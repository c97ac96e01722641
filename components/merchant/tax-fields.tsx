'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { RadioCards } from '@/components/ui/radio-cards';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import type { CertificationValues } from './certification-values';

/** The first page: company, tax, finance contact. The rates on offer follow the kind of taxpayer. */
export function TaxFields({
  values,
  taxRates,
}: {
  values: CertificationValues;
  taxRates: Record<string, readonly number[]>;
}) {
  const t = useTranslations('businessCertification');
  const [kind, setKind] = useState(values.taxpayerKind ?? '');
  const { financeContact } = values;
  return (
    <>
      <div className="form__row">
        <Field name="registeredAddress" label={t('field.registeredAddress')} required>
          <TextInput defaultValue={values.registeredAddress} />
        </Field>
        <Field name="companyPhone" label={t('field.companyPhone')} required>
          <TextInput inputMode="tel" defaultValue={values.companyPhone} />
        </Field>
      </div>
      <Field name="taxpayerKind" label={t('field.taxpayerKind')} required group>
        <RadioCards
          columns={2}
          defaultValue={kind}
          onChange={setKind}
          options={Object.keys(taxRates).map((value) => ({
            value,
            label: t(`taxpayer.${value}`),
          }))}
        />
      </Field>
      <div className="form__row">
        <Field name="taxId" label={t('field.taxId')} hint={t('hint.taxId')} required>
          <TextInput defaultValue={values.taxId} autoComplete="off" />
        </Field>
        <Field
          name="taxRate"
          label={t('field.taxRate')}
          hint={kind ? undefined : t('hint.taxRate')}
          required
        >
          <Select
            key={kind}
            placeholder={t('choose')}
            defaultValue={values.taxRate}
            options={(taxRates[kind] ?? []).map((rate) => ({
              value: String(rate),
              label: `${rate}%`,
            }))}
          />
        </Field>
      </div>
      <fieldset className="form">
        <legend className="field__label mb-1">{t('field.financeContact')}</legend>
        <p className="field__hint">{t('hint.financeContact')}</p>
        <div className="form__row">
          <Field name="financeContact.name" label={t('field.contactName')} required>
            <TextInput defaultValue={financeContact?.name} />
          </Field>
          <Field name="financeContact.mobile" label={t('field.contactMobile')} required>
            <TextInput inputMode="tel" defaultValue={financeContact?.mobile} />
          </Field>
          <Field name="financeContact.email" label={t('field.contactEmail')} required>
            <TextInput inputMode="email" defaultValue={financeContact?.email} />
          </Field>
        </div>
      </fieldset>
    </>
  );
}
