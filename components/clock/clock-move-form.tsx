'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';

const STEPS = {
  hour: 3600,
  day: 86_400,
  threeDays: 259_200,
  week: 604_800,
  month: 2_678_400,
  year: 31_622_400,
};

/** Moves the demo's clock forward by a step; what falls due then happens by itself. */
export function ClockMoveForm({ action }: { action: FormAction }) {
  const t = useTranslations('clock');
  return (
    <ActionForm action={action} success={t('moved')} className="mt-3 max-w-md">
      <Field name="forwardSeconds" label={t('field.forward')} hint={t('hint')} required>
        <Select
          options={Object.entries(STEPS).map(([name, seconds]) => ({
            value: String(seconds),
            label: t(`step.${name}`),
          }))}
        />
      </Field>
      <div>
        <SubmitButton>{t('move')}</SubmitButton>
      </div>
    </ActionForm>
  );
}
