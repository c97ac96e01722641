'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { DateTimeInput } from '@/components/ui/date-time-input';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { SettingValueInput } from './setting-value-input';

/** Gives a rule a new value from a moment on. */
export function SettingChangeForm({
  action,
  settingKey,
  value,
  unit,
}: {
  action: FormAction;
  settingKey: string;
  value: unknown;
  unit: string;
}) {
  const t = useTranslations('setting');
  return (
    <ActionForm action={action} hidden={{ key: settingKey }} success={t('done')}>
      <SettingValueInput value={value} unit={unit} />
      <Field name="effectiveFrom" label={t('field.effectiveFrom')} hint={t('hint.effectiveFrom')}>
        <DateTimeInput />
      </Field>
      <Field name="note" label={t('field.note')} hint={t('hint.note')} required>
        <TextInput max={500} />
      </Field>
      <div>
        <SubmitButton>{t('event.change')}</SubmitButton>
      </div>
    </ActionForm>
  );
}
