import type { Portal } from '@/lib/auth/viewer';
import { refundableFilters, refundFilters } from '@/lib/workflows/refund/filters';
import type { RefundRow } from '@/lib/workflows/refund/machine';
import { listRefunds } from '@/lib/workflows/refund/queries';
import { listRefundable } from '@/lib/workflows/refund/refundable-queries';
import type { SupervisionItem } from '@/lib/workflows/supervision/queries';
import { defineExport, type ExportColumn } from '../define';

type Columns = ExportColumn<RefundRow>[];

const columnsFor = (portal: Portal): Columns => [
  { header: 'refund.field.order', kind: 'text', value: (row) => row.orderNumber },
  { header: 'refund.field.round', kind: 'number', value: (row) => row.round },
  { header: 'refund.field.product', kind: 'text', value: (row) => row.productName, width: 32 },
  { header: 'refund.field.spec', kind: 'text', value: (row) => row.specName },
  ...(portal === 'merchant'
    ? []
    : ([
        { header: 'refund.field.merchant', kind: 'text', value: (row) => row.merchantName },
      ] satisfies Columns)),
  ...(portal === 'buyer'
    ? []
    : ([
        { header: 'refund.field.buyer', kind: 'text', value: (row) => row.buyerName },
      ] satisfies Columns)),
  { header: 'refund.field.amount', kind: 'money', value: (row) => row.amount },
  { header: 'refund.field.paid', kind: 'money', value: (row) => row.paid },
  { header: 'refund.field.reason', kind: 'local', value: (row) => row.reasonName, width: 24 },
  { header: 'refund.field.explanation', kind: 'text', value: (row) => row.explanation, width: 36 },
  { header: 'refund.field.state', kind: 'word', value: (row) => `refund.state.${row.state}` },
  { header: 'refund.field.createdAt', kind: 'dateTime', value: (row) => row.createdAt },
  { header: 'refund.field.opinion', kind: 'text', value: (row) => row.opinion, width: 36 },
  { header: 'refund.field.decidedAt', kind: 'dateTime', value: (row) => row.decidedAt },
  { header: 'refund.field.refundedAt', kind: 'dateTime', value: (row) => row.refundedAt },
];

/** The list of refunds of one portal. */
export const refundExport = (portal: Portal) =>
  defineExport({
    portal,
    permission: 'refund.read',
    title: 'refund.title',
    filters: refundFilters,
    columns: columnsFor(portal),
    batch: async (actor, filters, after, size) =>
      (await listRefunds(actor, { ...filters, after }, size)).rows,
    cursor: (row) => row.id,
  });

const orderColumns: ExportColumn<SupervisionItem>[] = [
  { header: 'refund.field.order', kind: 'text', value: (row) => row.orderNumber },
  { header: 'refund.field.product', kind: 'text', value: (row) => row.productName, width: 32 },
  { header: 'refund.field.spec', kind: 'text', value: (row) => row.specName },
  { header: 'refund.field.merchant', kind: 'text', value: (row) => row.merchantName },
  { header: 'refund.field.orderAmount', kind: 'money', value: (row) => row.amount },
  { header: 'refund.field.node', kind: 'word', value: (row) => `supervision.state.${row.state}` },
  { header: 'refund.field.paidAt', kind: 'dateTime', value: (row) => row.paidAt },
];

/** The buyer's orders that can be refunded. */
export const refundableExport = defineExport({
  portal: 'buyer',
  permission: 'refund.request',
  title: 'refund.refundable.title',
  filters: refundableFilters,
  columns: orderColumns,
  batch: async (actor, filters, after, size) =>
    (await listRefundable(actor, { ...filters, after }, size)).rows,
  cursor: (row) => row.id,
});
