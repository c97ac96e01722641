'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { DateInput } from '@/components/ui/date-input';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';

/** Marks one day as holiday or worked weekend, or as a plain day again. */
export function CalendarDayForm({ action, day }: { action: FormAction; day: string }) {
  const t = useTranslations('calendar');
  return (
    <ActionForm action={action} success={t('form.done')}>
      <Field name="day" label={t('field.day')} required>
        <DateInput defaultValue={day} />
      </Field>
      <Field name="kind" label={t('field.kind')} required>
        <Select
          options={['holiday', 'workday', 'plain'].map((value) => ({
            value,
            label: t(`kind.${value}`),
          }))}
        />
      </Field>
      <Field name="name" label={t('field.name')}>
        <TextInput max={60} />
      </Field>
      <div>
        <SubmitButton>{t('form.save')}</SubmitButton>
      </div>
    </ActionForm>
  );
}
