'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { DateTimeInput } from '@/components/ui/date-time-input';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { type SettingForm, SettingValueInput } from './setting-value-input';

/** Gives a rule a new value from a moment on. */
export function SettingChangeForm({
  action,
  settingKey,
  ...value
}: SettingForm & { action: FormAction; settingKey: string }) {
  return (
    <ChangeForm action={action} settingKey={settingKey}>
      <SettingValueInput {...value} />
    </ChangeForm>
  );
}

/** The same by the value's JSON text, to keep a table or to take one over from elsewhere. */
export function SettingJsonForm({
  action,
  settingKey,
  json,
}: {
  action: FormAction;
  settingKey: string;
  json: string;
}) {
  const t = useTranslations('setting');
  return (
    <details className="mt-6">
      <summary className="link">{t('detail.json')}</summary>
      <div className="mt-4">
        <ChangeForm action={action} settingKey={settingKey}>
          <Field name="value" label={t('field.json')} hint={t('hint.value')} required>
            <Textarea
              defaultValue={json}
              rows={Math.min(14, json.split('\n').length + 1)}
              className="font-mono"
            />
          </Field>
        </ChangeForm>
      </div>
    </details>
  );
}

function ChangeForm({
  action,
  settingKey,
  children,
}: {
  action: FormAction;
  settingKey: string;
  children: ReactNode;
}) {
  const t = useTranslations('setting');
  return (
    <ActionForm action={action} hidden={{ key: settingKey }} success={t('done')}>
      {children}
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
