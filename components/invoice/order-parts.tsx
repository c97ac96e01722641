import { DataTable } from '@/components/ui/data-table';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';

/** A part of an order on an invoice; fen. */
export interface OrderPart {
  id: string;
  orderId: string;
  orderNumber: string;
  productName: string;
  specName: string;
  lineAmount: bigint;
  voucherAmount: bigint;
  refunded: bigint;
  amount: bigint;
}

/** How the amount of an invoice comes about: order − voucher − refund, order by order. */
export function OrderParts({
  parts,
  href,
  t,
  format,
}: {
  parts: readonly OrderPart[];
  /** Begins the address of an order's page. */
  href: string;
  t: Translate;
  format: Format;
}) {
  const minus = (amount: bigint) => (amount === 0n ? null : `− ${format.money(amount)}`);
  return (
    <DataTable
      caption={t('detail.orders')}
      columns={[
        { key: 'order', header: t('field.order'), kind: 'link' },
        { key: 'product', header: t('field.product'), wrap: true },
        { key: 'lineAmount', header: t('field.orderAmount'), kind: 'money' },
        { key: 'voucher', header: t('field.voucher'), kind: 'money' },
        { key: 'refunded', header: t('field.refunded'), kind: 'money' },
        { key: 'amount', header: t('field.invoiceable'), kind: 'money' },
      ]}
      rows={parts.map((part) => ({
        id: part.id,
        href: `${href}/${part.orderId}`,
        cells: {
          order: part.orderNumber,
          product: { text: part.productName, sub: part.specName },
          lineAmount: format.money(part.lineAmount),
          voucher: minus(part.voucherAmount),
          refunded: minus(part.refunded),
          amount: format.money(part.amount),
        },
      }))}
    />
  );
}
