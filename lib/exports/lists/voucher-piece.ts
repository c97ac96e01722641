import type { Portal } from '@/lib/auth/viewer';
import {
  listPieces,
  type PieceFilters,
  type PieceListItem,
  pieceFilters,
} from '@/lib/workflows/voucher-piece/queries';
import { defineExport, type ExportColumn } from '../define';

type Column = ExportColumn<PieceListItem> & { not?: 'buyer' | 'others' };
const of = (
  kind: Column['kind'],
  field: string,
  value: Column['value'],
  not?: Column['not'],
): Column => ({ header: `voucherPiece.field.${field}`, kind, value, ...(not ? { not } : {}) });

const columns: Column[] = [
  of('text', 'name', ({ piece }) => piece.name),
  of('text', 'merchant', ({ batch }) => batch.merchantName, 'others'),
  of('text', 'product', ({ batch }) => batch.productName),
  of('text', 'customer', ({ piece }) => piece.accountName, 'buyer'),
  of('money', 'amount', ({ piece }) => piece.amount),
  of('money', 'threshold', ({ batch }) => batch.threshold),
  of('word', 'state', ({ piece }) => `voucherPiece.state.${piece.state}`),
  of('word', 'source', ({ piece }) => `voucherPiece.source.${piece.source}`),
  of('dateTime', 'createdAt', ({ piece }) => piece.createdAt),
  of('dateTime', 'endsAt', ({ piece }) => piece.endsAt),
  of('dateTime', 'usedAt', ({ piece }) => piece.usedAt),
  of('dateTime', 'returnedAt', ({ piece }) => piece.returnedAt),
  of('text', 'order', ({ order }) => order?.number),
  of('money', 'orderAmount', ({ order }) => order?.amount),
];

/** Vouchers in customers' hands: their own list, or what became of a merchant's batch. */
export const pieceExport = (portal: Portal) =>
  defineExport<PieceListItem, PieceFilters>({
    portal,
    permission: 'voucherPiece.read',
    title: portal === 'buyer' ? 'voucherPiece.list.title' : 'voucher.page.usage',
    filters: pieceFilters,
    columns: columns.filter(({ not }) => not !== (portal === 'buyer' ? 'buyer' : 'others')),
    batch: async (actor, filters, after, size) =>
      (await listPieces(actor, filters, after, size)).rows,
    cursor: ({ piece }) => piece.id,
  });
