import {
  listVouchers,
  type VoucherFilters,
  type VoucherListItem,
  voucherFilters,
} from '@/lib/workflows/voucher/queries';
import { defineExport, type ExportColumn } from '../define';

type Column = ExportColumn<VoucherListItem>;
const of = (
  kind: Column['kind'],
  field: string,
  value: Column['value'],
  width?: number,
): Column => ({ header: `voucher.field.${field}`, kind, value, ...(width ? { width } : {}) });

const columns: Column[] = [
  of('text', 'name', (row) => row.name, 30),
  of('text', 'merchant', (row) => row.merchantName, 30),
  of('text', 'product', (row) => row.productName, 36),
  of('word', 'class', (row) => `voucher.class.${row.class}`),
  of('money', 'amount', (row) => row.amount),
  of('money', 'threshold', (row) => row.threshold),
  of('word', 'billing', (row) => `voucher.billing.${row.billing}`),
  of('word', 'orderType', (row) => `voucher.orderType.${row.orderType}`),
  of('word', 'distribution', (row) => `voucher.distribution.${row.distribution}`),
  of('word', 'state', (row) => `voucher.state.${row.state}`),
  of('number', 'quantity', (row) => row.quantity),
  of('number', 'perUser', (row) => row.perUser),
  of('number', 'given', (row) => row.given),
  of('number', 'used', (row) => row.used),
  of('dateTime', 'startsAt', (row) => row.startsAt),
  of('dateTime', 'endsAt', (row) => row.endsAt),
  of('dateTime', 'createdAt', (row) => row.createdAt),
  of('dateTime', 'issuedAt', (row) => row.issuedAt),
  of('dateTime', 'endedAt', (row) => row.endedAt),
];

/** Batches of vouchers, a merchant's own or everybody's. */
export const voucherExport = (portal: 'merchant' | 'ops') =>
  defineExport<VoucherListItem, VoucherFilters>({
    portal,
    permission: 'voucher.read',
    title: `voucher.list.${portal}Title`,
    filters: voucherFilters,
    columns: columns.filter(
      ({ header }) => portal === 'ops' || header !== 'voucher.field.merchant',
    ),
    batch: async (actor, filters, after, size) =>
      (await listVouchers(actor, filters, after, size)).rows,
    cursor: (row) => row.id,
  });
