import { notFound, redirect } from 'next/navigation';
import { OrderPayForm } from '@/components/order/order-pay-form';
import { StandingNotice } from '@/components/order/standing-notice';
import { DetailPage } from '@/components/shell/detail-page';
import { requireBuyer } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { getBalance } from '@/lib/money/balance';
import { getOrder } from '@/lib/workflows/order/queries';
import { pay } from '../../actions';

export default async function OrderPayPage({ params }: { params: Promise<{ orderId: string }> }) {
  const actor = await requireBuyer();
  const { orderId } = await params;
  const detail = await getOrder(actor, orderId);
  if (!detail) notFound();
  const { order } = detail;
  if (order.state !== 'pendingPayment') redirect(`/buyer/orders/${order.id}`);
  const [t, format, balance] = await Promise.all([getT('order'), getFormat(), getBalance(actor)]);
  return (
    <DetailPage
      title={t('page.payTitle', { number: order.number })}
      description={t('page.payLead')}
      breadcrumb={[
        { label: t('list.buyerTitle'), href: '/buyer/orders' },
        { label: order.number, href: `/buyer/orders/${order.id}` },
      ]}
    >
      {detail.standing === 'onSale' ? (
        <OrderPayForm order={order} balance={balance} action={pay} t={t} format={format} />
      ) : (
        <StandingNotice detail={detail} portal="buyer" t={t} format={format} />
      )}
    </DetailPage>
  );
}
