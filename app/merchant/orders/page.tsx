import { orderListView } from '@/app/order/views';
import { OrderList } from '@/components/order/order-list';
import { requireMerchant } from '@/lib/auth/session';
import type { SearchParams } from '@/lib/list/search-params';

export default async function MerchantOrdersPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireMerchant('order.read');
  return <OrderList {...(await orderListView(actor, 'merchant', searchParams))} />;
}
