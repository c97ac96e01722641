import { eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { orderLines, orders, productReviews } from '@/db/schema';
import { paidOf } from '@/lib/workflows/order/amounts';

type Order = typeof orders.$inferSelect;

/** An order line that can be reviewed, with its order. */
export interface Bought {
  line: typeof orderLines.$inferSelect;
  order: Order;
}

/** Completed, and not all of the money went back: something was delivered that can be judged. */
export const isReviewable = (
  order: Pick<Order, 'state' | 'refunded' | 'amount' | 'voucherAmount'>,
) => order.state === 'completed' && (order.refunded === 0n || order.refunded < paidOf(order));

/** What this buyer bought; nothing for a line of somebody else or of an order that is not done. */
export async function findBought(
  tx: Tx,
  buyerId: string,
  orderLineId: string,
): Promise<Bought | undefined> {
  const [found] = await tx
    .select({ line: orderLines, order: orders })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .where(eq(orderLines.id, orderLineId));
  return found?.order.buyerId === buyerId && isReviewable(found.order) ? found : undefined;
}

/** Whether the line has its one review. Two that are sent at the same moment come one after the other. */
export async function isReviewed(tx: Tx, orderLineId: string): Promise<boolean> {
  const turn = `productReview:${orderLineId}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 0))`);
  const [row] = await tx
    .select({ id: productReviews.id })
    .from(productReviews)
    .where(eq(productReviews.orderLineId, orderLineId));
  return row !== undefined;
}
