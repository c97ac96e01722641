'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';

/** The new value of a rule, in the form that suits it; what is sent is JSON in every case. */
export function SettingValueInput({ value, unit }: { value: unknown; unit: string }) {
  const t = useTranslations('setting');
  const label = t('field.newValue');
  if (typeof value === 'boolean')
    return (
      <Field name="value" label={label} required>
        <Select
          defaultValue={String(value)}
          options={[
            { value: 'true', label: t('yes') },
            { value: 'false', label: t('no') },
          ]}
        />
      </Field>
    );
  if (typeof value === 'number')
    return (
      <Field name="value" label={label} required>
        <TextInput
          defaultValue={String(value)}
          inputMode="decimal"
          suffix={t.has(`unitName.${unit}`) ? t(`unitName.${unit}`) : undefined}
        />
      </Field>
    );
  const text = JSON.stringify(value, null, 2);
  return (
    <Field name="value" label={label} hint={t('hint.value')} required>
      <Textarea
        defaultValue={text}
        rows={Math.min(14, text.split('\n').length + 1)}
        className="font-mono"
      />
    </Field>
  );
}
