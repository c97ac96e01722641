import { orderListView } from '@/app/order/views';
import { OrderList } from '@/components/order/order-list';
import { requireBuyer } from '@/lib/auth/session';
import type { SearchParams } from '@/lib/list/search-params';
import { getBatchCancelMost } from '@/lib/workflows/order/queries';

export default async function BuyerOrdersPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireBuyer();
  const [view, most] = await Promise.all([
    orderListView(actor, 'buyer', searchParams),
    getBatchCancelMost(actor),
  ]);
  return <OrderList {...view} most={most} />;
}
