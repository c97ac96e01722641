import type { payouts } from '@/db/schema';
import { PaymentList, type PaymentListProps } from './payment-list';

/** Payments to merchants, for staff or for one merchant. */
export function PayoutList(list: PaymentListProps<typeof payouts.$inferSelect>) {
  const { portal, path, rows, t, format } = list;
  const staff = portal === 'ops';
  return (
    <PaymentList
      list={list}
      day="paidOn"
      columns={[
        { key: 'reference', header: t('field.bankReference'), kind: staff ? 'link' : 'mono' },
        ...(staff ? [{ key: 'merchant', header: t('field.merchant'), wrap: true }] : []),
        { key: 'amount', header: t('field.amount'), kind: 'money' },
        { key: 'bank', header: t('field.bank'), wrap: true },
        { key: 'paidOn', header: t('field.paidOn'), kind: 'date' },
        { key: 'note', header: t('field.note'), wrap: true },
      ]}
      rows={rows.map((row) => ({
        id: row.id,
        ...(staff ? { href: `${path}/${row.id}` } : {}),
        cells: {
          reference: row.bankReference,
          ...(staff ? { merchant: row.merchantName } : {}),
          amount: format.money(row.amount),
          bank: `${row.bank.bankName} •••• ${row.bank.masked}`,
          paidOn: format.day(row.paidOn),
          note: row.note,
        },
      }))}
    />
  );
}
