import type { Portal } from '@/lib/auth/viewer';
import {
  listOrders,
  type OrderFilters,
  type OrderListItem,
  orderFilters,
} from '@/lib/workflows/order/queries';
import { defineExport, type ExportColumn } from '../define';

type Column = ExportColumn<OrderListItem> & { not?: Portal };

const text = (field: string, value: Column['value'], width = 18, not?: Portal): Column => ({
  header: `order.field.${field}`,
  kind: 'text',
  width,
  value,
  ...(not ? { not } : {}),
});
const of = (kind: Column['kind'], field: string, value: Column['value'], not?: Portal): Column => ({
  header: `order.field.${field}`,
  kind,
  value,
  ...(not ? { not } : {}),
});

const columns: Column[] = [
  text('number', (order) => order.number),
  text('product', (order) => order.productName, 36),
  text('spec', (order) => order.line.specName, 24),
  of('word', 'billing', ({ line }) => `order.billing.${line.billing}`),
  of('number', 'quantity', (order) => order.line.quantity),
  of('number', 'periods', (order) => order.line.periods),
  of('money', 'amount', (order) => order.amount),
  of('word', 'state', (order) => `order.state.${order.state}`),
  text('merchant', (order) => order.merchantName, 30, 'merchant'),
  text('customer', (order) => order.customerName, 30, 'buyer'),
  text('account', (order) => order.accountName, 18, 'buyer'),
  of('dateTime', 'createdAt', (order) => order.createdAt),
  of('dateTime', 'payBy', (order) => order.payBy),
  of('dateTime', 'paidAt', (order) => order.paidAt),
  of('dateTime', 'completedAt', (order) => order.completedAt),
  of('dateTime', 'cancelledAt', (order) => order.cancelledAt),
  of('word', 'cancelReason', ({ cancelReason }) => cancelReason && `order.reason.${cancelReason}`),
  of('money', 'fee', (order) => order.fee, 'buyer'),
  of('money', 'payable', (order) => order.payable, 'buyer'),
];

/** The order list of a portal with the columns that it may see. */
export const orderExport = (portal: Portal) =>
  defineExport<OrderListItem, OrderFilters>({
    portal,
    permission: 'order.read',
    title: `order.list.${portal}Title`,
    filters: orderFilters,
    columns: columns.filter(({ not }) => not !== portal),
    batch: async (actor, filters, after, size) =>
      (await listOrders(actor, filters, after, size)).rows,
    cursor: (order) => order.id,
  });
