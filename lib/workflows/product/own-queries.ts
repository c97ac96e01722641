import { and, asc, desc, eq, ilike, lt, or, type SQL, sql } from 'drizzle-orm';
import {
  allowedBuyers,
  categories,
  merchantCards,
  products,
  purchaseLimits,
  saleRestrictions,
  skus,
  specs,
  stocks,
} from '@/db/schema';
import { PRODUCT_STATES } from '@/db/schema/product';
import type { Actor } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { cappedCount } from '@/lib/list/count';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import { ownRows } from '@/lib/list/own-rows';
import { containing } from '@/lib/search/like';
import type { CategoryRow, ProductRow, SkuRow, SpecRow } from './queries';

export interface OwnFilter {
  q?: string | undefined;
  state?: string | undefined;
  /** `public` or `hidden`. */
  sale?: string | undefined;
  categoryId?: string | undefined;
  merchantId?: string | undefined;
  after?: string | undefined;
  size?: number;
}

export interface OwnItem {
  product: ProductRow;
  merchantName: string | null;
  specs: number;
  category: CategoryRow | null;
}

function conditions(actor: Actor, filter: OwnFilter): SQL | undefined {
  const words = containing(filter.q);
  const state = PRODUCT_STATES.find((one) => one === filter.state);
  return and(
    ownRows(actor, 'product.read', { merchant: products.merchantId, product: products.id }),
    state ? eq(products.state, state) : undefined,
    filter.sale === 'public' ? eq(products.publicSale, true) : undefined,
    filter.sale === 'hidden' ? eq(products.publicSale, false) : undefined,
    filter.categoryId ? eq(products.categoryId, filter.categoryId) : undefined,
    filter.merchantId ? eq(products.merchantId, filter.merchantId) : undefined,
    words ? or(ilike(products.name, words), eq(products.id, filter.q?.trim() ?? '')) : undefined,
  );
}

/** My products (products.md 4.2), newest first; operators see those of every merchant. */
export function listOwnProducts(actor: Actor, filter: OwnFilter = {}): Promise<Page<OwnItem>> {
  const size = filter.size ?? PAGE_SIZE;
  return withActor(actor, async ({ tx }) => {
    const rows = await tx
      .select({
        product: products,
        merchantName: merchantCards.name,
        category: categories,
        specs: sql<number>`(select count(*)::int from spec s
          where s.product_id = ${products.id} and s.state = 'onSale')`,
      })
      .from(products)
      .leftJoin(categories, eq(categories.id, products.categoryId))
      .leftJoin(merchantCards, eq(merchantCards.merchantId, products.merchantId))
      .where(
        and(conditions(actor, filter), filter.after ? lt(products.id, filter.after) : undefined),
      )
      .orderBy(desc(products.id))
      .limit(size + 1);
    return pageOf(rows, ({ product }) => product.id, size);
  });
}

export const countOwnProducts = (actor: Actor, filter: OwnFilter = {}): Promise<number> =>
  withActor(actor, ({ tx }) => cappedCount(tx, products, conditions(actor, filter)));

export interface OwnSpec extends SpecRow {
  skus: SkuRow[];
  limit: typeof purchaseLimits.$inferSelect | undefined;
  stock: typeof stocks.$inferSelect | undefined;
}

export interface OwnProduct {
  product: ProductRow;
  merchantName: string | null;
  category: CategoryRow | undefined;
  topCategory: CategoryRow | undefined;
  /** Delisted ones too, after those on sale. */
  specs: OwnSpec[];
  restrictions: (typeof saleRestrictions.$inferSelect & {
    buyers: (typeof allowedBuyers.$inferSelect)[];
  })[];
}

/** One product with everything under it, for its merchant and for operators. */
export function getOwnProduct(actor: Actor, id: string): Promise<OwnProduct | undefined> {
  return withActor(actor, async ({ tx }) => {
    const [found] = await tx
      .select({ product: products, merchantName: merchantCards.name })
      .from(products)
      .leftJoin(merchantCards, eq(merchantCards.merchantId, products.merchantId))
      .where(and(eq(products.id, id), conditions(actor, {})));
    if (!found) return undefined;
    const { product } = found;
    const specRows = await tx
      .select()
      .from(specs)
      .where(eq(specs.productId, id))
      .orderBy(desc(specs.state), asc(specs.position));
    const skuRows = await tx
      .select()
      .from(skus)
      .where(eq(skus.productId, id))
      .orderBy(desc(skus.state), asc(skus.position));
    const limits = await tx.select().from(purchaseLimits).where(eq(purchaseLimits.productId, id));
    const kept = await tx.select().from(stocks).where(eq(stocks.productId, id));
    const lists = await tx
      .select()
      .from(saleRestrictions)
      .where(eq(saleRestrictions.productId, id))
      .orderBy(asc(saleRestrictions.id));
    const buyers = await tx
      .select({ buyer: allowedBuyers })
      .from(allowedBuyers)
      .innerJoin(saleRestrictions, eq(saleRestrictions.id, allowedBuyers.restrictionId))
      .where(eq(saleRestrictions.productId, id))
      .orderBy(asc(allowedBuyers.id));
    const tree = await tx.select().from(categories);
    const category = tree.find((row) => row.id === product.categoryId);
    return {
      ...found,
      category,
      topCategory: tree.find((row) => row.id === category?.parentId),
      specs: specRows.map((spec) => ({
        ...spec,
        skus: skuRows.filter((sku) => sku.specId === spec.id),
        limit: limits.find((row) => row.specId === spec.id),
        stock: kept.find((row) => row.specId === spec.id),
      })),
      restrictions: lists.map((list) => ({
        ...list,
        buyers: buyers.map(({ buyer }) => buyer).filter((one) => one.restrictionId === list.id),
      })),
    };
  });
}
