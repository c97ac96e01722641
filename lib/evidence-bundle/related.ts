import { asc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { invoiceOrders, type orders, productReviews } from '@/db/schema';

type Order = typeof orders.$inferSelect;

/**
 * Streams beside the order's own that concern it. Orders, deliveries, appeals and refunds write the order's own;
 * the voucher that paid a part of it, the invoices that cover it and what was said of it afterwards have theirs.
 */
export async function relatedStreams(tx: Tx, order: Order): Promise<string[]> {
  const covered = await tx
    .selectDistinct({ id: invoiceOrders.invoiceId })
    .from(invoiceOrders)
    .where(eq(invoiceOrders.orderId, order.id))
    .orderBy(asc(invoiceOrders.invoiceId));
  const reviews = await tx
    .select({ id: productReviews.id })
    .from(productReviews)
    .where(eq(productReviews.orderId, order.id))
    .orderBy(asc(productReviews.id));
  return [
    ...(order.voucherPieceId ? [`voucherPiece:${order.voucherPieceId}`] : []),
    ...covered.map(({ id }) => `invoice:${id}`),
    ...reviews.map(({ id }) => `productReview:${id}`),
  ];
}
