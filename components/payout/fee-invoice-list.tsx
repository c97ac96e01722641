import { fileAddress } from '@/components/ui/upload';
import type { feeInvoices } from '@/db/schema';
import { PaymentList, type PaymentListProps } from './payment-list';

type FeeInvoice = typeof feeInvoices.$inferSelect & { file: { name: string } | undefined };

/** Platform-fee invoices given to merchants, for staff or for one merchant. */
export function FeeInvoiceList(list: PaymentListProps<FeeInvoice>) {
  const { portal, rows, t, format } = list;
  const staff = portal === 'ops';
  return (
    <PaymentList
      list={list}
      day="issuedOn"
      columns={[
        { key: 'number', header: t('field.number'), kind: 'mono' },
        ...(staff ? [{ key: 'merchant', header: t('field.merchant'), wrap: true }] : []),
        { key: 'amount', header: t('field.amount'), kind: 'money' },
        { key: 'issuedOn', header: t('field.issuedOn'), kind: 'date' },
        { key: 'file', header: t('field.fileId'), wrap: true },
        { key: 'note', header: t('field.note'), wrap: true },
      ]}
      rows={rows.map((row) => ({
        id: row.id,
        cells: {
          number: row.number,
          ...(staff
            ? { merchant: { text: row.merchantName, href: `/ops/merchants/${row.merchantId}` } }
            : {}),
          amount: format.money(row.amount),
          issuedOn: format.day(row.issuedOn),
          file: row.file && { text: row.file.name, href: fileAddress(row.fileId) },
          note: row.note,
        },
      }))}
    />
  );
}
