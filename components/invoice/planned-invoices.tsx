import { DataTable } from '@/components/ui/data-table';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import { rateText } from './invoice-rows';

/** An invoice that would result; amounts in fen. */
export interface PlannedView {
  taxRate: number;
  amount: bigint;
  tax: bigint;
  orders: number;
  courierPaidBy?: 'buyer' | 'merchant' | null;
}

/** Every invoice that an application makes: rate, amount and the tax in it. */
export function PlannedInvoices({
  planned,
  courierFreeFrom,
  t,
  format,
}: {
  planned: readonly PlannedView[];
  courierFreeFrom: bigint;
  t: Translate;
  format: Format;
}) {
  const posted = planned.some(({ courierPaidBy }) => courierPaidBy);
  const limit = format.money(courierFreeFrom);
  return (
    <>
      <DataTable
        caption={t('apply.result')}
        columns={[
          { key: 'n', header: t('noun') },
          { key: 'orders', header: t('field.orders'), kind: 'number' },
          { key: 'rate', header: t('field.taxRate'), kind: 'number' },
          { key: 'amount', header: t('field.amount'), kind: 'money' },
          { key: 'tax', header: t('field.tax'), kind: 'money' },
          ...(posted ? [{ key: 'courier', header: t('field.courierPaidBy'), wrap: true }] : []),
        ]}
        rows={planned.map((one, index) => ({
          id: String(one.taxRate),
          cells: {
            n: t('apply.invoiceNo', { n: index + 1 }),
            orders: one.orders,
            rate: rateText(one.taxRate),
            amount: format.money(one.amount),
            tax: format.money(one.tax),
            courier: one.courierPaidBy ? t(`detail.courier.${one.courierPaidBy}`, { limit }) : null,
          },
        }))}
      />
      <p className="px-5 py-3 text-end font-medium">
        {t('apply.total', {
          count: planned.length,
          amount: format.money(planned.reduce((sum, { amount }) => sum + amount, 0n)),
        })}
      </p>
    </>
  );
}
