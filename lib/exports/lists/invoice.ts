import type { Portal } from '@/lib/auth/viewer';
import {
  type InvoiceableOrder,
  listInvoiceableOrders,
} from '@/lib/workflows/invoice/apply-queries';
import {
  type InvoiceableFilters,
  type InvoiceFilters,
  invoiceableFilters,
  invoiceFilters,
} from '@/lib/workflows/invoice/filters';
import type { InvoiceRow } from '@/lib/workflows/invoice/machine';
import { listInvoices } from '@/lib/workflows/invoice/queries';
import { defineExport, type ExportColumn } from '../define';

const field = <Row>(
  kind: ExportColumn<Row>['kind'],
  name: string,
  value: ExportColumn<Row>['value'],
  width = 18,
): ExportColumn<Row> => ({ header: `invoice.field.${name}`, kind, value, width });

const percent = (rate: number) => `${rate / 100}%`;

/** Invoices of one portal. */
export const invoiceExport = (portal: Portal) =>
  defineExport<InvoiceRow, InvoiceFilters>({
    portal,
    permission: 'invoice.read',
    title: 'invoice.title',
    filters: invoiceFilters,
    columns: [
      field('text', 'number', (row) => row.number, 20),
      field('dateTime', 'createdAt', (row) => row.createdAt),
      ...(portal === 'merchant'
        ? []
        : [field<InvoiceRow>('text', 'merchant', (row) => row.merchantName, 30)]),
      ...(portal === 'buyer'
        ? []
        : [field<InvoiceRow>('text', 'customer', (row) => row.customerName, 30)]),
      field('text', 'title', (row) => row.title, 30),
      field('text', 'taxId', (row) => row.taxId, 22),
      field('number', 'orders', (row) => row.orderCount),
      field('money', 'amount', (row) => row.amount),
      field('text', 'taxRate', (row) => percent(row.taxRate)),
      field('money', 'tax', (row) => row.tax),
      field('word', 'kind', (row) => `invoice.kind.${row.kind}`),
      field('word', 'medium', (row) => `invoice.medium.${row.medium}`),
      field('word', 'state', (row) => `invoice.state.${row.state}`),
      field('dateTime', 'issueBy', (row) => row.issueBy),
      field('text', 'fiscalNumber', (row) => row.fiscalNumber, 24),
      field('text', 'fiscalCode', (row) => row.fiscalCode),
      field('text', 'fiscalDate', (row) => row.fiscalDate),
      field('text', 'courier', (row) => row.courier),
      field('text', 'trackingNumber', (row) => row.trackingNumber, 24),
      field('dateTime', 'signedAt', (row) => row.signedAt),
    ],
    batch: async (actor, filters, after, size) =>
      (await listInvoices(actor, filters, after, size)).rows,
    cursor: (row) => row.id,
  });

/** The orders that a customer can ask invoices for. */
export const invoiceableExport = defineExport<InvoiceableOrder, InvoiceableFilters>({
  portal: 'buyer',
  permission: 'invoice.apply',
  title: 'invoice.orders.title',
  filters: invoiceableFilters,
  columns: [
    field('text', 'order', (row) => row.number, 20),
    field('text', 'product', (row) => row.productName, 30),
    field('text', 'merchant', (row) => row.merchantName, 30),
    field('dateTime', 'paidAt', (row) => row.paidAt),
    field('money', 'orderAmount', (row) => row.amount),
    field('money', 'voucher', (row) => row.voucherAmount),
    field('money', 'refunded', (row) => row.refunded),
    field('money', 'invoiceable', (row) => row.invoiceable),
    field('text', 'taxRate', (row) => row.taxRates.map(percent).join(' / ')),
  ],
  batch: async (actor, filters, after, size) =>
    (await listInvoiceableOrders(actor, filters, after, size)).rows,
  cursor: (row) => row.id,
});
