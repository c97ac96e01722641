import { notFound } from 'next/navigation';
import { orderDetailView } from '@/app/order/views';
import { OrderDetailView } from '@/components/order/order-detail-view';
import { requireOperator } from '@/lib/auth/session';

export default async function OpsOrderPage({ params }: { params: Promise<{ orderId: string }> }) {
  const actor = await requireOperator('order.read');
  const view = await orderDetailView(actor, 'ops', (await params).orderId);
  if (!view) notFound();
  return <OrderDetailView {...view} />;
}
