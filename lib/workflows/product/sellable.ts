import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import {
  allowedBuyers,
  products,
  purchaseLimits,
  purchases,
  saleRestrictions,
  skus,
  specs,
  stocks,
} from '@/db/schema';
import { purchaseComplaint } from './pricing';

/** What can stand against a purchase; the sentence is `product.error.buy.<complaint>`. */
export const BUY_COMPLAINTS = [
  'notOnSale',
  'frozen',
  'specNotOnSale',
  'quantityNotWhole',
  'quantityOutOfRange',
  'quantityOffStep',
  'periodsOutOfRange',
  'notAllowed',
  'limitTimes',
  'limitQuantity',
  'limitUntilExpiry',
  'outOfStock',
] as const;
export type BuyComplaint = (typeof BUY_COMPLAINTS)[number];

export interface Intent {
  buyerId: string;
  skuId: string;
  quantity: number;
  /** Months or years; 1 when left out. */
  periods?: number;
  now: Date;
}

/**
 * May this account buy this now (products.md 5.2, 5.5)? Needs the fence open: it reads rules of the merchant and
 * purchases of the buyer. Hidden products and specifications can be bought by who has their address.
 * @returns the complaint, or nothing
 */
export async function checkSellable(tx: Tx, intent: Intent): Promise<BuyComplaint | undefined> {
  const [found] = await tx
    .select({ sku: skus, specState: specs.state, productState: products.state })
    .from(skus)
    .innerJoin(specs, eq(specs.id, skus.specId))
    .innerJoin(products, eq(products.id, skus.productId))
    .where(eq(skus.id, intent.skuId));
  if (!found || found.productState === 'delisted') return 'notOnSale';
  if (found.productState === 'frozen') return 'frozen';
  const { sku, specState } = found;
  if (sku.state !== 'onSale' || specState !== 'onSale') return 'specNotOnSale';
  const shape = purchaseComplaint({
    sku,
    quantity: intent.quantity,
    periods: intent.periods ?? 1,
  });
  if (shape) return shape as BuyComplaint;
  if (!(await isAllowed(tx, intent.buyerId, sku))) return 'notAllowed';
  return (await limitComplaint(tx, intent, sku.specId)) ?? (await stockComplaint(tx, intent, sku));
}

/** Every restriction that covers the SKU must list the buyer. */
async function isAllowed(
  tx: Tx,
  buyerId: string,
  sku: { productId: string; specId: string },
): Promise<boolean> {
  const rows = await tx
    .select({ allowed: sql<boolean>`${allowedBuyers.id} is not null` })
    .from(saleRestrictions)
    .leftJoin(
      allowedBuyers,
      and(
        eq(allowedBuyers.restrictionId, saleRestrictions.id),
        eq(allowedBuyers.accountId, buyerId),
      ),
    )
    .where(
      and(
        eq(saleRestrictions.productId, sku.productId),
        sql`(${saleRestrictions.specId} is null or ${saleRestrictions.specId} = ${sku.specId})`,
      ),
    );
  return rows.every((row) => row.allowed);
}

async function limitComplaint(
  tx: Tx,
  { buyerId, quantity, now }: Intent,
  specId: string,
): Promise<BuyComplaint | undefined> {
  const [limit] = await tx.select().from(purchaseLimits).where(eq(purchaseLimits.specId, specId));
  if (!limit) return undefined;
  const [bought] = await tx
    .select({
      times: sql<number>`count(*)::int`,
      quantity: sql<number>`coalesce(sum(${purchases.quantity}), 0)::int`,
      unexpired: sql<number>`(count(*) filter (where ${purchases.expiresAt} is null
        or ${purchases.expiresAt} > ${now.toISOString()}::timestamptz))::int`,
    })
    .from(purchases)
    .where(
      and(
        eq(purchases.buyerId, buyerId),
        eq(purchases.specId, specId),
        isNull(purchases.returnedAt),
      ),
    );
  if (!bought) return undefined;
  if (limit.untilExpiry && bought.unexpired > 0) return 'limitUntilExpiry';
  if (limit.times !== null && bought.times >= limit.times) return 'limitTimes';
  if (limit.quantity !== null && bought.quantity + quantity > limit.quantity) {
    return 'limitQuantity';
  }
  return undefined;
}

async function stockComplaint(
  tx: Tx,
  { quantity }: Intent,
  sku: { specId: string },
): Promise<BuyComplaint | undefined> {
  const [stock] = await tx.select().from(stocks).where(eq(stocks.specId, sku.specId));
  if (!stock) return undefined;
  return stock.total - stock.consumed < quantity ? 'outOfStock' : undefined;
}
