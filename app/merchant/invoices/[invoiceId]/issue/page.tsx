import { notFound, redirect } from 'next/navigation';
import { IssueForm } from '@/components/invoice/issue-form';
import { PageHeader } from '@/components/shell/page-header';
import { WhoIsNext } from '@/components/workflow/who-is-next';
import { requireMerchant } from '@/lib/auth/session';
import { allowedEvents, whoIsNext } from '@/lib/engine/who-is-next';
import { uploadRule } from '@/lib/files/queries';
import { getFormat, getT } from '@/lib/i18n/server';
import { invoice as machine } from '@/lib/workflows/invoice/machine';
import { getInvoice } from '@/lib/workflows/invoice/queries';
import { issue } from '../../actions';

/** The merchant enters an invoice that it issued. */
export default async function Page({ params }: { params: Promise<{ invoiceId: string }> }) {
  const actor = await requireMerchant('invoice.issue');
  const { invoiceId } = await params;
  const detail = await getInvoice(actor, invoiceId);
  if (!detail) notFound();
  // It was issued or revoked meanwhile, perhaps in another tab: its page says what became of it.
  if (!allowedEvents(machine, detail.invoice, actor).includes('issue')) {
    redirect(`/merchant/invoices/${invoiceId}`);
  }
  const [t, all, format, rule] = await Promise.all([
    getT('invoice'),
    getT(),
    getFormat(),
    uploadRule(actor, 'invoiceFile'),
  ]);
  return (
    <div className="max-w-3xl">
      <PageHeader
        breadcrumb={[
          { label: t('title'), href: '/merchant/invoices' },
          { label: detail.invoice.number, href: `/merchant/invoices/${invoiceId}` },
        ]}
        title={t('issue.title')}
        description={detail.invoice.customerName}
      />
      <div className="mb-4">
        <WhoIsNext
          noun="invoice"
          next={whoIsNext(machine, detail.invoice, detail.now)}
          now={detail.now}
          me="merchant"
        />
      </div>
      <IssueForm detail={detail} rule={rule} action={issue} t={t} all={all} format={format} />
    </div>
  );
}
