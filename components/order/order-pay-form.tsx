import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import { paidOf } from '@/lib/workflows/order/amounts';
import type { OrderRow } from '@/lib/workflows/order/machine';

/** What will be taken from the balance, and the button; with too little money, the way to more. */
export function OrderPayForm({
  order,
  balance,
  action,
  t,
  format,
}: {
  order: OrderRow;
  /** Fen. */
  balance: bigint;
  action: FormAction;
  t: Translate;
  format: Format;
}) {
  const toPay = paidOf(order);
  const missing = toPay - balance;
  const short = missing > 0n;
  const rows = [
    { label: t('field.product'), value: order.productName },
    { label: t('field.amount'), value: format.money(order.amount) },
    ...(order.voucherAmount > 0n
      ? [
          { label: t('field.voucher'), value: `−${format.money(order.voucherAmount)}` },
          { label: t('field.toPay'), value: format.money(toPay) },
        ]
      : []),
    { label: t('page.balance'), value: format.money(balance) },
    short
      ? { label: t('page.short'), value: format.money(missing) }
      : { label: t('page.balanceAfter'), value: format.money(balance - toPay) },
  ];
  const yuan = `${missing / 100n}.${String(missing % 100n).padStart(2, '0')}`;
  return (
    <Card className="max-w-xl">
      <dl className="consequences">
        {rows.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="my-4 text-[13px] text-muted">
        {t('page.byItself', { payBy: format.dateTime(order.payBy) })}
      </p>
      {short ? (
        <Alert
          tone="warning"
          actions={
            <ButtonLink
              look="primary"
              href={`/buyer/balance/top-up?amount=${yuan}&order=${order.id}`}
            >
              {t('page.topUp')}
            </ButtonLink>
          }
        >
          {t('page.tooLow', {
            missing: format.money(missing),
            payBy: format.dateTime(order.payBy),
          })}
        </Alert>
      ) : (
        <ActionForm
          action={action}
          hidden={{ id: order.id, version: order.version }}
          redirectTo={`/buyer/orders/${order.id}`}
        >
          <div>
            <SubmitButton size="lg">
              {t('page.payNow', { amount: format.money(toPay) })}
            </SubmitButton>
          </div>
        </ActionForm>
      )}
    </Card>
  );
}
