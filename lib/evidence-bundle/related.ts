import type { Tx } from '@/db/client';
import type { orders } from '@/db/schema';

type Order = typeof orders.$inferSelect;

/**
 * Streams beside the order's own that concern it. Orders, deliveries, appeals and refunds write the order's own;
 * the voucher that paid a part of it has its own.
 */
export async function relatedStreams(_tx: Tx, order: Order): Promise<string[]> {
  return order.voucherPieceId ? [`voucherPiece:${order.voucherPieceId}`] : [];
}
