'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { RadioCards } from '@/components/ui/radio-cards';
import { TextInput } from '@/components/ui/text-input';
import type { ProfileValues } from './profile-values';

/** Yes or no; a yes asks for name, mobile number and e-mail (onboarding.md 3.1). */
export function PlatformContact({ values }: { values: ProfileValues['platformContact'] }) {
  const t = useTranslations('merchant');
  const [has, setHas] = useState(values?.has ?? '');
  return (
    <>
      <Field
        name="platformContact.has"
        label={t('field.platformContact')}
        hint={t('hint.platformContact')}
        required
        group
      >
        <RadioCards
          name="platformContact.has"
          columns={2}
          defaultValue={has}
          onChange={setHas}
          options={[
            { value: 'yes', label: t('yes') },
            { value: 'no', label: t('no') },
          ]}
        />
      </Field>
      {has === 'yes' && (
        <div className="form__row">
          <Field name="platformContact.name" label={t('field.contactName')} required>
            <TextInput defaultValue={values?.name} />
          </Field>
          <Field name="platformContact.mobile" label={t('field.contactMobile')} required>
            <TextInput inputMode="tel" defaultValue={values?.mobile} />
          </Field>
          <Field name="platformContact.email" label={t('field.contactEmail')} required>
            <TextInput inputMode="email" defaultValue={values?.email} />
          </Field>
        </div>
      )}
    </>
  );
}
