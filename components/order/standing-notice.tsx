import { Alert } from '@/components/ui/alert';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { OrderDetail } from '@/lib/workflows/order/queries';
import type { OrderPortal } from './order-rows';

/** Why an unpaid order cannot be paid, and what becomes of it; nothing when it can. */
export function StandingNotice({
  detail: { standing, order },
  portal,
  t,
  format,
}: {
  detail: Pick<OrderDetail, 'standing' | 'order'>;
  portal: OrderPortal;
  t: Translate;
  format: Format;
}) {
  if (!standing || standing === 'onSale') return null;
  const payBy = format.dateTime(order.payBy);
  if (portal !== 'buyer') {
    return <Alert tone="warning">{t(`page.standing.${standing}Other`, { payBy })}</Alert>;
  }
  return (
    <Alert tone="warning" title={t(`page.standing.${standing}.title`)}>
      {t(`page.standing.${standing}.body`, { payBy })}
    </Alert>
  );
}
