import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { refunds } from '@/db/schema';
import { OPEN_REFUND_STATES } from '@/db/schema/refund';

/** The request for a refund of an order that is under way. */
export interface OpenRefund {
  id: string;
  state: (typeof refunds.$inferSelect)['state'];
}

/**
 * Reads it, if there is one. Refunds lock the record before they decide, so under that lock the answer holds until the
 * commit.
 */
export async function openRefundOf(tx: Tx, orderId: string): Promise<OpenRefund | undefined> {
  const [open] = await tx
    .select({ id: refunds.id, state: refunds.state })
    .from(refunds)
    .where(and(eq(refunds.orderId, orderId), inArray(refunds.state, [...OPEN_REFUND_STATES])));
  return open;
}
