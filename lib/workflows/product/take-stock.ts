import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { products, purchases, skus, stocks } from '@/db/schema';
import { system } from '@/lib/auth/actor';
import { changeIn } from '@/lib/engine/change';
import { notFound, refused } from '@/lib/errors';
import { checkSellable, type Intent } from './sellable';

export interface Take extends Intent {
  orderLineId: string;
}

/**
 * Takes a purchase out of stock and counts it against the buyer's limits, in the order's transaction, with the fence
 * open. Checks again under locks, so that of parallel purchases only as many get through as there is room for: the
 * product is held on sale until the commit, one buyer's purchases of a specification wait for each other, and stock
 * is taken with a conditional write. The merchant is told when it took the last piece.
 * @throws DomainError refused with `product.error.buy.<complaint>`
 */
export async function takeStock(tx: Tx, take: Take): Promise<void> {
  const [sku] = await tx.select().from(skus).where(eq(skus.id, take.skuId));
  if (!sku) throw notFound();
  await tx
    .select({ id: products.id })
    .from(products)
    .where(eq(products.id, sku.productId))
    .for('share');
  const turn = `purchase:${take.buyerId}:${sku.specId}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 0))`);
  const complaint = await checkSellable(tx, take);
  if (complaint) throw refused(`product.error.buy.${complaint}`);
  const stock = await consume(tx, sku.specId, take.quantity, take.now);
  await tx.insert(purchases).values({
    orderLineId: take.orderLineId,
    specId: sku.specId,
    skuId: sku.id,
    merchantId: sku.merchantId,
    buyerId: take.buyerId,
    quantity: take.quantity,
    fromStock: stock !== undefined,
    takenAt: take.now,
  });
  if (stock && stock.total === stock.consumed) await noteEmpty(tx, stock, take.now);
}

type Stock = typeof stocks.$inferSelect;

async function consume(
  tx: Tx,
  specId: string,
  quantity: number,
  now: Date,
): Promise<Stock | undefined> {
  const [after] = await tx
    .update(stocks)
    .set({ consumed: sql`${stocks.consumed} + ${quantity}`, updatedAt: now })
    .where(and(eq(stocks.specId, specId), sql`${stocks.total} - ${stocks.consumed} >= ${quantity}`))
    .returning();
  if (after) return after;
  const [stock] = await tx.select().from(stocks).where(eq(stocks.specId, specId));
  if (stock) throw refused('product.error.buy.outOfStock');
  return undefined;
}

/** The last piece is gone: evidence, and a notice to the merchant (products.md 5.5). */
function noteEmpty(tx: Tx, stock: Stock, now: Date): Promise<void> {
  const spec = { noun: 'stock', action: 'empty', permission: 'stock.note' } as const;
  return changeIn({ tx, now }, system('stock'), spec, async () => ({
    subjectId: stock.specId,
    stream: `product:${stock.productId}`,
    tenant: { merchantId: stock.merchantId },
    value: undefined,
    notify: ['merchant'],
    params: { productId: stock.productId, specId: stock.specId, total: stock.total },
  }));
}

/** Gives back what a cancelled, lapsed or refunded line took; a second time changes nothing. */
export async function returnStock(
  tx: Tx,
  { orderLineId, now }: { orderLineId: string; now: Date },
): Promise<void> {
  const [returned] = await tx
    .update(purchases)
    .set({ returnedAt: now })
    .where(and(eq(purchases.orderLineId, orderLineId), isNull(purchases.returnedAt)))
    .returning();
  if (!returned?.fromStock) return;
  await tx
    .update(stocks)
    .set({
      consumed: sql`greatest(${stocks.consumed} - ${returned.quantity}, 0)`,
      updatedAt: now,
    })
    .where(eq(stocks.specId, returned.specId));
}

/** When what was bought expires; a limit "until it expires" counts with it. Null where it never does. */
export async function noteExpiry(
  tx: Tx,
  { orderLineId, expiresAt }: { orderLineId: string; expiresAt: Date },
): Promise<void> {
  await tx.update(purchases).set({ expiresAt }).where(eq(purchases.orderLineId, orderLineId));
}
