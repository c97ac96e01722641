import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { accounts, orderLines, orders, products } from '@/db/schema';

/** What a record takes over from its order, its product and its buyer when it opens. */
export interface Source {
  order: typeof orders.$inferSelect;
  lines: (typeof orderLines.$inferSelect)[];
  product: typeof products.$inferSelect;
  /** Programmes of the buyer at payment. */
  tracks: string[];
}

/** Reads the source of an order; nothing when there is no such order. */
export async function readSource(tx: Tx, orderId: string): Promise<Source | undefined> {
  const [found] = await tx
    .select({ order: orders, product: products, tracks: accounts.programmes })
    .from(orders)
    .innerJoin(products, eq(products.id, orders.productId))
    .innerJoin(accounts, eq(accounts.id, orders.buyerId))
    .where(eq(orders.id, orderId));
  if (!found) return undefined;
  const lines = await tx.select().from(orderLines).where(eq(orderLines.orderId, orderId));
  return { ...found, lines };
}
