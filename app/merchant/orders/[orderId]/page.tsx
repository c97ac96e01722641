import { notFound } from 'next/navigation';
import { orderDetailView } from '@/app/order/views';
import { OrderDetailView } from '@/components/order/order-detail-view';
import { requireMerchant } from '@/lib/auth/session';

export default async function MerchantOrderPage({
  params,
}: {
  params: Promise<{ orderId: string }>;
}) {
  const actor = await requireMerchant('order.read');
  const view = await orderDetailView(actor, 'merchant', (await params).orderId);
  if (!view) notFound();
  return <OrderDetailView {...view} />;
}
