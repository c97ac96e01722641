import { orderListView } from '@/app/order/views';
import { OrderList } from '@/components/order/order-list';
import { requireOperator } from '@/lib/auth/session';
import type { SearchParams } from '@/lib/list/search-params';

export default async function OpsOrdersPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireOperator('order.read');
  return <OrderList {...(await orderListView(actor, 'ops', searchParams))} />;
}
