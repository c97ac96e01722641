import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { Alert } from '@/components/ui/alert';
import { Section } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { MoneyInput } from '@/components/ui/money-input';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { TopUpTerms } from '@/lib/workflows/top-up/queries';

/** Begins a payment at the provider; a trial provider says that it is one. */
export function ProviderForm({
  terms,
  amount,
  requestKey,
  action,
  t,
  format,
}: {
  terms: TopUpTerms;
  amount?: string;
  requestKey: string;
  action: FormAction;
  t: Translate;
  format: Format;
}) {
  return (
    <Section title={t('page.providerTitle')} description={t('page.providerLead')}>
      {terms.provider?.trial && (
        <div className="mb-4">
          <Alert tone="warning">{t('page.trial')}</Alert>
        </div>
      )}
      <ActionForm action={action} hidden={{ requestKey }} redirectTo="/buyer/balance/top-ups/{id}">
        <Field
          name="amount"
          label={t('field.amount')}
          hint={t('page.limits', {
            least: format.money(terms.least),
            most: format.money(terms.mostByProvider),
          })}
          required
        >
          <MoneyInput {...(amount ? { defaultValue: amount } : {})} />
        </Field>
        <div>
          <SubmitButton look="outline">{t('page.submitProvider')}</SubmitButton>
        </div>
      </ActionForm>
    </Section>
  );
}
