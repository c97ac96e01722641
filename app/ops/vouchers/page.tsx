import { voucherListView } from '@/app/voucher/views';
import { VoucherList } from '@/components/voucher/voucher-list';
import { requireOperator } from '@/lib/auth/session';
import type { SearchParams } from '@/lib/list/search-params';

export default async function OpsVouchersPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireOperator('voucher.read');
  return <VoucherList {...(await voucherListView(actor, 'ops', searchParams))} />;
}
