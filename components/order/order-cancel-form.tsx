import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { OrderListItem } from '@/lib/workflows/order/queries';

/** The chosen orders by name, what cancelling does, and the button. */
export function OrderCancelForm({
  orders,
  most,
  action,
  t,
  format,
}: {
  orders: OrderListItem[];
  most: number;
  action: FormAction;
  t: Translate;
  format: Format;
}) {
  const back = (
    <ButtonLink href="/buyer/orders?state=pendingPayment">{t('list.buyerTitle')}</ButtonLink>
  );
  if (orders.length === 0 || orders.length > most) {
    const key = orders.length === 0 ? 'error.cancel.noneChosen' : 'error.cancel.tooMany';
    return (
      <Alert tone="warning" actions={back}>
        {t(key, { most })}
      </Alert>
    );
  }
  return (
    <Card className="max-w-2xl">
      <p>{t('page.cancelBody')}</p>
      <ActionForm
        action={action}
        redirectTo="/buyer/orders"
        success={t('list.cancelled', { count: orders.length })}
      >
        <dl className="consequences">
          {orders.map((order) => (
            <div key={order.id}>
              <dt>
                {order.number} · {order.productName}
              </dt>
              <dd className="num">{format.money(order.amount)}</dd>
              <input type="hidden" name="ids[]" value={order.id} readOnly />
            </div>
          ))}
        </dl>
        <div className="flex flex-wrap gap-2">
          <SubmitButton look="danger">{t('list.cancelChosen')}</SubmitButton>
          {back}
        </div>
      </ActionForm>
    </Card>
  );
}
