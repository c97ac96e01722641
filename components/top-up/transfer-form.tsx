import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { Field } from '@/components/ui/field';
import { FileUpload } from '@/components/ui/file-upload';
import { MoneyInput } from '@/components/ui/money-input';
import { Secret } from '@/components/ui/secret';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { TopUpTerms } from '@/lib/workflows/top-up/queries';

/** Where to transfer to, and the report of the transfer with its slip. */
export function TransferForm({
  terms,
  amount,
  requestKey,
  action,
  t,
  format,
}: {
  terms: TopUpTerms;
  /** Yuan to start with. */
  amount?: string;
  requestKey: string;
  action: FormAction;
  t: Translate;
  format: Format;
}) {
  const { holder, bank, number } = terms.bankAccount;
  return (
    <Section
      title={t('page.transferTitle')}
      description={t('page.transferLead', { days: terms.confirmWorkingDays })}
    >
      <div className="mb-5 rounded-lg bg-default p-4">
        <DescriptionList
          columns={1}
          items={[
            { label: t('page.holder'), value: <Secret value={holder} /> },
            { label: t('page.bank'), value: bank },
            { label: t('page.number'), value: <Secret value={number} /> },
          ]}
        />
      </div>
      <ActionForm
        action={action}
        hidden={{ requestKey }}
        redirectTo="/buyer/balance/top-ups/{id}"
        draftKey="top-up-transfer"
      >
        <Field
          name="amount"
          label={t('field.amount')}
          hint={t('page.limits', {
            least: format.money(terms.least),
            most: format.money(terms.mostByTransfer),
          })}
          required
        >
          <MoneyInput {...(amount ? { defaultValue: amount } : {})} />
        </Field>
        <Field name="payerName" label={t('field.payerName')} hint={t('help.payerName')} required>
          <TextInput max={100} autoComplete="off" />
        </Field>
        <Field
          name="slipFileId"
          label={t('field.slipFileId')}
          hint={t('help.slipFileId')}
          group
          required
        >
          <FileUpload purpose="bankSlip" />
        </Field>
        <Field name="note" label={t('field.note')} hint={t('help.note')}>
          <TextInput max={200} autoComplete="off" />
        </Field>
        <div>
          <SubmitButton>{t('page.submitTransfer')}</SubmitButton>
        </div>
      </ActionForm>
    </Section>
  );
}
