import { feeInvoiceListView } from '@/app/payout/views';
import { FeeInvoiceList } from '@/components/payout/fee-invoice-list';
import { requireMerchant } from '@/lib/auth/session';
import type { SearchParams } from '@/lib/list/search-params';

export default async function OwnFeeInvoicesPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireMerchant('feeInvoice.read');
  const view = await feeInvoiceListView(actor, 'merchant', searchParams);
  return <FeeInvoiceList {...view} title={view.t('list.title')} />;
}
