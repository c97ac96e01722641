import { feeInvoiceListView } from '@/app/payout/views';
import { FeeInvoiceList } from '@/components/payout/fee-invoice-list';
import { ButtonLink } from '@/components/ui/button';
import { can } from '@/lib/auth/permissions';
import { requireOperator } from '@/lib/auth/session';
import type { SearchParams } from '@/lib/list/search-params';

export default async function FeeInvoicesPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireOperator('feeInvoice.read');
  const view = await feeInvoiceListView(actor, 'ops', searchParams);
  return (
    <FeeInvoiceList
      {...view}
      title={view.t('list.title')}
      actions={
        can(actor, 'feeInvoice.record') && (
          <ButtonLink look="primary" href="/ops/fee-invoices/new">
            {view.t('list.new')}
          </ButtonLink>
        )
      }
    />
  );
}
