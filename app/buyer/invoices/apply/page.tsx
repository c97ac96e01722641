import { previewIn } from '@/app/invoice/apply-view';
import { ApplyConfirm } from '@/components/invoice/apply-confirm';
import { ApplyForm } from '@/components/invoice/apply-form';
import { chosenProblem } from '@/components/invoice/chosen-problem';
import { PlannedInvoices } from '@/components/invoice/planned-invoices';
import { PageHeader } from '@/components/shell/page-header';
import { Alert } from '@/components/ui/alert';
import { Section } from '@/components/ui/card';
import { requireBuyer } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { newId } from '@/lib/ids';
import { listParams, type SearchParams } from '@/lib/list/search-params';
import { listInvoiceContacts } from '@/lib/records/invoice-contact/queries';
import { listInvoiceTitles } from '@/lib/records/invoice-title/queries';
import { getApplicationStart } from '@/lib/workflows/invoice/apply-queries';
import { apply } from '../actions';

/** An application for invoices: what, then how, then a look at everything before it is sent (money.md 2.3). */
export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireBuyer();
  const [{ ids = [] }, params] = await Promise.all([searchParams, listParams(searchParams)]);
  const [t, all, format, starts, titles, contacts] = await Promise.all([
    getT('invoice'),
    getT(),
    getFormat(),
    getApplicationStart(actor, [ids].flat()),
    listInvoiceTitles(actor),
    listInvoiceContacts(actor),
  ]);
  const breadcrumb = [
    { label: t('title'), href: '/buyer/invoices' },
    { label: t('orders.title'), href: '/buyer/invoices/orders' },
  ];
  const problem = chosenProblem(starts, t);
  const [start] = starts;
  if (problem || !start) {
    return (
      <>
        <PageHeader title={t('apply.title')} breadcrumb={breadcrumb} />
        {problem}
      </>
    );
  }
  const orderIds = start.orders.map(({ id }) => id);
  const { titleId = '', type = '', postId = '', mailId = '', note = '' } = params;
  const values = { titleId, type, postId, mailId, note };
  const preview =
    params.step === 'confirm' ? await previewIn(actor, { ...values, orderIds }, all) : undefined;
  const query = new URLSearchParams(orderIds.map((id) => ['ids', id]));
  const chosen = new URLSearchParams(Object.entries(values).filter(([, value]) => value));
  const words = { t, all, format, courierFreeFrom: start.courierFreeFrom };
  return (
    <>
      <PageHeader
        title={t(preview?.ok ? 'apply.confirmTitle' : 'apply.title')}
        breadcrumb={breadcrumb}
        description={
          preview?.ok
            ? t('apply.confirmAbout')
            : t('apply.about', { merchant: start.merchantName, days: start.issueDays })
        }
      />
      {preview?.ok ? (
        <ApplyConfirm
          {...words}
          application={preview.application}
          values={values}
          requestKey={newId('view')}
          back={`/buyer/invoices/apply?${query}&${chosen}`}
          action={apply}
        />
      ) : (
        <div className="grid gap-4">
          {preview && (
            <Alert tone="danger" live title={preview.message ?? t('apply.wrong')}>
              {Object.values(preview.errors).map((said) => (
                <p key={said}>{said}</p>
              ))}
            </Alert>
          )}
          <Section title={t('apply.result')} description={t('apply.resultHelp')} flush>
            <PlannedInvoices
              {...words}
              planned={start.shares.map((share) => ({
                ...share,
                orders: new Set(share.parts.map(({ orderId }) => orderId)).size,
              }))}
            />
          </Section>
          <ApplyForm
            {...words}
            ids={orderIds}
            titles={titles}
            contacts={contacts}
            offered={start.offered}
            values={Object.fromEntries(Object.entries(values).filter(([, value]) => value))}
            errors={preview?.errors ?? {}}
          />
        </div>
      )}
    </>
  );
}
