import { PageHeader } from '@/components/shell/page-header';
import { ActionForm } from '@/components/ui/action-form';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { DateInput } from '@/components/ui/date-input';
import { DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { FileUpload } from '@/components/ui/file-upload';
import { FilterBar } from '@/components/ui/filter-bar';
import { MoneyInput } from '@/components/ui/money-input';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import type { Actor } from '@/lib/auth/actor';
import { requireOperator } from '@/lib/auth/session';
import { fenToYuan } from '@/lib/i18n/format';
import { getFormat, getT } from '@/lib/i18n/server';
import { newId } from '@/lib/ids';
import { textFilter } from '@/lib/list/filters';
import { listParams, type SearchParams } from '@/lib/list/search-params';
import { FEE_DUE_SHOWN, listFeeDue } from '@/lib/records/fee-invoice/fee-due';
import { getPayForm, type PayForm } from '@/lib/records/payout/queries';
import { record } from '../actions';

const HERE = '/ops/fee-invoices/new';

export default async function NewFeeInvoicePage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireOperator('feeInvoice.record');
  const { merchantId, ...params } = await listParams(searchParams);
  const q = textFilter.parse(params.q);
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
        {merchantId && !form && <Alert tone="danger" title={t('new.unknown')} />}
        {form ? <Record form={form} /> : <Choose actor={actor} q={q} />}
      </div>
    </>
  );
}

async function Choose({ actor, q }: { actor: Actor; q: string | undefined }) {
  const [t, format, merchants] = await Promise.all([
    getT('feeInvoice'),
    getFormat(),
    listFeeDue(actor, q),
  ]);
  return (
    <>
      <FilterBar
        action={HERE}
        fields={[{ kind: 'search', name: 'q', placeholder: t('new.search') }]}
        values={{ q }}
      />
      <Section
        title={t('new.choose')}
        description={t('new.chooseHint', { most: FEE_DUE_SHOWN })}
        flush
      >
        <DataTable
          caption={t('new.choose')}
          columns={[
            { key: 'merchant', header: t('field.merchant'), kind: 'link', wrap: true },
            { key: 'left', header: t('new.left'), kind: 'money' },
          ]}
          rows={merchants.map(({ id, name, left }) => ({
            id,
            href: `${HERE}?merchantId=${id}`,
            cells: { merchant: name, left: format.money(left) },
          }))}
          empty={
            <EmptyState
              title={t(q ? 'new.noneTitle' : 'new.nothing')}
              actions={q && <ButtonLink href={HERE}>{t('new.everybody')}</ButtonLink>}
            >
              {t(q ? 'new.noneText' : 'new.nothingText')}
            </EmptyState>
          }
        />
      </Section>
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
