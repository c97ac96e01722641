import { PageHeader } from '@/components/shell/page-header';
import { ActionForm } from '@/components/ui/action-form';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { DateInput } from '@/components/ui/date-input';
import { DescriptionList } from '@/components/ui/description-list';
import { Field } from '@/components/ui/field';
import { FileUpload } from '@/components/ui/file-upload';
import { MoneyInput } from '@/components/ui/money-input';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { requireOperator } from '@/lib/auth/session';
import { fenToYuan } from '@/lib/i18n/format';
import { getFormat, getT } from '@/lib/i18n/server';
import { newId } from '@/lib/ids';
import { listParams, type SearchParams } from '@/lib/list/search-params';
import { getPayForm, type PayForm } from '@/lib/records/payout/queries';
import { record } from '../actions';

const HERE = '/ops/fee-invoices/new';

export default async function NewFeeInvoicePage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireOperator('feeInvoice.record');
  const { merchantId } = await listParams(searchParams);
  const [t, form] = await Promise.all([
    getT('feeInvoice'),
    merchantId ? getPayForm(actor, merchantId) : undefined,
  ]);
  return (
    <>
      <PageHeader
        title={t('new.title')}
        breadcrumb={[{ label: t('list.title'), href: '/ops/fee-invoices' }]}
      />
      <div className="grid gap-4">
        {form ? (
          <Record form={form} />
        ) : (
          <Section title={t('new.choose')} description={t('new.chooseHint')}>
            <form action={HERE} method="get" className="form">
              <Field name="merchantId" label={t('field.merchantId')} required>
                <TextInput defaultValue={merchantId} max={60} />
              </Field>
              <div>
                <Button type="submit" look="primary">
                  {t('new.go')}
                </Button>
              </div>
            </form>
          </Section>
        )}
        {merchantId && !form && <Alert tone="danger" title={t('new.unknown')} />}
      </div>
    </>
  );
}

async function Record({ form }: { form: PayForm }) {
  const [t, format] = await Promise.all([getT('feeInvoice'), getFormat()]);
  const { merchant, feeEarned, feeInvoiced, today } = form;
  const left = feeEarned - feeInvoiced;
  return (
    <Section title={t('new.form')} description={t('new.formHint')}>
      <DescriptionList
        columns={4}
        items={[
          { label: t('field.merchant'), value: merchant.name },
          { label: t('new.earned'), value: format.money(feeEarned) },
          { label: t('new.invoiced'), value: format.money(feeInvoiced) },
          { label: t('new.left'), value: format.money(left) },
        ]}
      />
      <hr className="my-4 border-separator" />
      {left <= 0n ? (
        <Alert tone="info" title={t('new.zero')} />
      ) : (
        <ActionForm
          action={record}
          hidden={{ merchantId: merchant.id, requestKey: newId('view') }}
          success={t('new.done')}
          draftKey={`fee-invoice:${merchant.id}`}
        >
          <Field name="amount" label={t('field.amount')} required>
            <MoneyInput defaultValue={fenToYuan(left)} />
          </Field>
          <Field name="number" label={t('field.number')} required>
            <TextInput max={40} autoComplete="off" />
          </Field>
          <Field name="issuedOn" label={t('field.issuedOn')} required>
            <DateInput defaultValue={today} max={today} />
          </Field>
          <Field group name="fileId" label={t('field.fileId')} hint={t('new.fileHint')} required>
            <FileUpload purpose="feeInvoice" />
          </Field>
          <Field name="note" label={t('field.note')}>
            <TextInput max={200} autoComplete="off" />
          </Field>
          <div>
            <SubmitButton>{t('new.submit')}</SubmitButton>
          </div>
        </ActionForm>
      )}
    </Section>
  );
}
