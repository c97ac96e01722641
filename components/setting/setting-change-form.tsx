'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { DateTimeInput } from '@/components/ui/date-time-input';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';

/** Gives a rule a new value from a moment on; the value is JSON, as the page above shows it. */
export function SettingChangeForm({
  action,
  settingKey,
  value,
}: {
  action: FormAction;
  settingKey: string;
  value: string;
}) {
  const t = useTranslations('setting');
  return (
    <ActionForm action={action} hidden={{ key: settingKey }} success={t('done')}>
      <Field name="value" label={t('field.value')} hint={t('hint.value')} required>
        <Textarea
          name="value"
          defaultValue={value}
          rows={Math.min(14, value.split('\n').length + 1)}
          className="font-mono"
        />
      </Field>
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
