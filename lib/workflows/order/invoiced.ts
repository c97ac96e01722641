import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { invoiceOrders } from '@/db/schema';

/**
 * Whether an invoice of the order was applied for or issued and not taken back: then no money may go back
 * (orders-and-refunds.md 7.1). Whoever asks holds the order's row, as an application for an invoice does.
 */
export async function isInvoiced(tx: Tx, orderId: string): Promise<boolean> {
  const [standing] = await tx
    .select({ id: invoiceOrders.id })
    .from(invoiceOrders)
    .where(and(eq(invoiceOrders.orderId, orderId), eq(invoiceOrders.live, true)))
    .limit(1);
  return standing !== undefined;
}
