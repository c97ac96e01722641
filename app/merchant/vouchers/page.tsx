import { voucherListView } from '@/app/voucher/views';
import { VoucherList } from '@/components/voucher/voucher-list';
import { can } from '@/lib/auth/permissions';
import { requireMerchant } from '@/lib/auth/session';
import type { SearchParams } from '@/lib/list/search-params';

export default async function VouchersPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireMerchant('voucher.read');
  const view = await voucherListView(actor, 'merchant', searchParams);
  return <VoucherList {...view} mayCreate={can(actor, 'voucher.manage')} />;
}
