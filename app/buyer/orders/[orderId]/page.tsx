import { notFound } from 'next/navigation';
import { request } from '@/app/buyer/invoices/letters/actions';
import { orderDetailView } from '@/app/order/views';
import { RequestLetter } from '@/components/letter/request-letter';
import { OrderDetailView } from '@/components/order/order-detail-view';
import { ButtonLink } from '@/components/ui/button';
import { EventButton } from '@/components/workflow/event-button';
import { requireBuyer } from '@/lib/auth/session';
import { allowedEvents } from '@/lib/engine/who-is-next';
import { getT } from '@/lib/i18n/server';
import { order as machine } from '@/lib/workflows/order/machine';
import { reviewAddresses } from '@/lib/workflows/product-review/reviewable-queries';
import { cancel } from '../actions';

export default async function BuyerOrderPage({ params }: { params: Promise<{ orderId: string }> }) {
  const actor = await requireBuyer();
  const view = await orderDetailView(actor, 'buyer', (await params).orderId);
  if (!view) notFound();
  const { t, format, detail } = view;
  const { order } = detail;
  const events = allowedEvents(machine, order, actor);
  const [reviewWords, reviews] = await Promise.all([
    getT('productReview.operation'),
    reviewAddresses(
      actor,
      detail.lines.map(({ id }) => id),
    ),
  ]);
  return (
    <OrderDetailView
      {...view}
      actions={
        <>
          {[...reviews.values()].map(({ href, written }) => (
            <ButtonLink key={href} href={href} look={written ? 'outline' : 'primary'}>
              {reviewWords(written ? 'read' : 'write')}
            </ButtonLink>
          ))}
          {events.includes('cancel') && (
            <EventButton
              noun="order"
              event="cancel"
              row={order}
              action={cancel}
              danger
              intro={t('page.cancelBody')}
              consequences={[
                { label: t('field.number'), value: order.number },
                { label: t('field.product'), value: order.productName },
                { label: t('field.amount'), value: format.money(order.amount) },
              ]}
            />
          )}
          {(view.invoiceable || view.invoices.length > 0) && (
            <RequestLetter orderId={order.id} action={request}>
              {view.all('letter.page.request')}
            </RequestLetter>
          )}
          {view.invoiceable && (
            <ButtonLink href={`/buyer/invoices/apply?ids=${order.id}`}>
              {view.all('invoice.order.apply')}
            </ButtonLink>
          )}
          {events.includes('pay') && detail.standing === 'onSale' && (
            <ButtonLink href={`/buyer/orders/${order.id}/pay`} look="primary">
              {t('page.pay')}
            </ButtonLink>
          )}
        </>
      }
    />
  );
}
