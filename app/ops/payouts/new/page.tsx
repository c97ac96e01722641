import { PageHeader } from '@/components/shell/page-header';
import { ActionForm } from '@/components/ui/action-form';
import { Alert } from '@/components/ui/alert';
import { Section } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { DateInput } from '@/components/ui/date-input';
import { DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { FileUpload } from '@/components/ui/file-upload';
import { MoneyInput } from '@/components/ui/money-input';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import type { Actor } from '@/lib/auth/actor';
import { requireOperator } from '@/lib/auth/session';
import { fenToYuan } from '@/lib/i18n/format';
import { getFormat, getT } from '@/lib/i18n/server';
import { newId } from '@/lib/ids';
import { listParams, type SearchParams } from '@/lib/list/search-params';
import { getPayForm, listPayable, type PayForm } from '@/lib/records/payout/queries';
import { pay } from '../actions';

const HERE = '/ops/payouts/new';

export default async function NewPayoutPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireOperator('payout.record');
  const { merchantId } = await listParams(searchParams);
  const [t, form] = await Promise.all([
    getT('payout'),
    merchantId ? getPayForm(actor, merchantId) : undefined,
  ]);
  return (
    <>
      <PageHeader
        title={t('new.title')}
        breadcrumb={[{ label: t('list.title'), href: '/ops/payouts' }]}
      />
      {form ? <Pay form={form} /> : <Choose actor={actor} />}
    </>
  );
}

async function Choose({ actor }: { actor: Actor }) {
  const [t, format, merchants] = await Promise.all([
    getT('payout'),
    getFormat(),
    listPayable(actor),
  ]);
  return (
    <Section title={t('new.choose')} description={t('new.chooseHint')} flush>
      <DataTable
        caption={t('new.choose')}
        columns={[
          { key: 'merchant', header: t('field.merchant'), kind: 'link', wrap: true },
          { key: 'payable', header: t('page.payable'), kind: 'money' },
        ]}
        rows={merchants.map(({ id, name, payable }) => ({
          id,
          href: `${HERE}?merchantId=${id}`,
          cells: { merchant: name, payable: format.money(payable) },
        }))}
        empty={<EmptyState title={t('new.nothing')}>{t('new.nothingText')}</EmptyState>}
      />
    </Section>
  );
}

async function Pay({ form }: { form: PayForm }) {
  const [t, format] = await Promise.all([getT('payout'), getFormat()]);
  const { merchant, bank, payable } = form;
  return (
    <div className="grid gap-4">
      <Section title={t('new.to')} description={t('new.toHint')}>
        <DescriptionList
          columns={3}
          items={[
            { label: t('field.merchant'), value: merchant.name },
            { label: t('page.payable'), value: format.money(payable) },
            { label: t('field.holder'), value: bank?.holder },
            {
              label: t('field.bank'),
              value: bank && `${bank.bankName} ${bank.branch} •••• ${bank.masked}`,
            },
          ].filter(({ value }) => value !== undefined)}
        />
      </Section>
      {!bank && <Alert tone="warning" title={t('new.uncertified')} />}
      {bank && payable === 0n && <Alert tone="info" title={t('new.zero')} />}
      {bank && payable > 0n && (
        <Section title={t('new.form')} description={t('new.formHint')}>
          <ActionForm
            action={pay}
            hidden={{ merchantId: merchant.id, requestKey: newId('view') }}
            success={t('new.done')}
            draftKey={`payout:${merchant.id}`}
          >
            <Field
              name="amount"
              label={t('field.amount')}
              hint={t('new.most', { amount: format.money(payable) })}
              required
            >
              <MoneyInput defaultValue={fenToYuan(payable)} />
            </Field>
            <Field
              name="bankReference"
              label={t('field.bankReference')}
              hint={t('new.referenceHint')}
              required
            >
              <TextInput max={40} autoComplete="off" />
            </Field>
            <Field name="paidOn" label={t('field.paidOn')} required>
              <DateInput defaultValue={form.today} max={form.today} />
            </Field>
            <Field group name="slipFileId" label={t('field.slipFileId')} hint={t('new.slipHint')}>
              <FileUpload purpose="payoutSlip" />
            </Field>
            <Field name="note" label={t('field.note')} hint={t('new.noteHint')}>
              <TextInput max={200} autoComplete="off" />
            </Field>
            <div>
              <SubmitButton>{t('new.submit')}</SubmitButton>
            </div>
          </ActionForm>
        </Section>
      )}
    </div>
  );
}
