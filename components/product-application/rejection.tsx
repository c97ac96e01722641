'use client';

import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { type Step, stepOf } from '@/lib/workflows/product-application/form/limits';
import { FieldLink } from './field-link';
import { fieldName } from './field-name';
import type { WizardData } from './wizard-data';

/** What the reviewer asked for, on the page where it is changed; on the last page all of it. */
export function Rejection({
  data,
  step,
  onField,
}: {
  data: WizardData;
  step: Step;
  onField: (path: string) => void;
}) {
  const t = useTranslations('productApplication');
  const { reasons, opinion, state } = data.application;
  const here = reasons.filter(({ field }) => stepOf(field) === step || step === 'preview');
  if (state !== 'rejected' || (here.length === 0 && !(opinion && step === 'access'))) return null;
  return (
    <Alert tone="warning" title={t('wizard.rejected')}>
      {opinion && <p>{opinion}</p>}
      <ul className="mt-1 grid gap-1">
        {here.map(({ rule, field, text }) => (
          <li key={`${rule} ${field} ${text}`}>
            <FieldLink base={data.base} path={field} onField={onField}>
              {fieldName(t, field)}
            </FieldLink>{' '}
            <code className="text-[12px]">{rule}</code> {text}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
