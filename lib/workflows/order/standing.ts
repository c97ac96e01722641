import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { orderLines, products, skus, specs } from '@/db/schema';

/**
 * How what was ordered stands in the shop: `frozen` may be sold again (products.md 4.1), `gone` never. Neither can be
 * paid (orders-and-refunds.md 3).
 */
export type Standing = 'onSale' | 'frozen' | 'gone';

/**
 * Reads it for an order. Needs the fence open, since buyers do not see what is off the shelf.
 * @param hold keeps the product as it is until the commit, so that what is paid was on sale when it was paid
 */
export async function standingOf(tx: Tx, orderId: string, hold = false): Promise<Standing> {
  const query = tx
    .select({ sku: skus.state, spec: specs.state, product: products.state })
    .from(orderLines)
    .innerJoin(skus, eq(skus.id, orderLines.skuId))
    .innerJoin(specs, eq(specs.id, skus.specId))
    .innerJoin(products, eq(products.id, skus.productId))
    .where(eq(orderLines.orderId, orderId));
  const [sold] = await (hold ? query.for('share', { of: [products] }) : query);
  if (sold?.sku !== 'onSale' || sold.spec !== 'onSale') return 'gone';
  if (sold.product === 'frozen') return 'frozen';
  return sold.product === 'onSale' ? 'onSale' : 'gone';
}
