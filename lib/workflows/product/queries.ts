import { and, asc, desc, eq, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import { categories, merchantCards, productRatings, products, skus, specs } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { accountOf, system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { cappedCount } from '@/lib/list/count';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import { searchQuery } from '@/lib/search/words';
import { checkSellable } from './sellable';

export type ProductRow = typeof products.$inferSelect;
export type SpecRow = typeof specs.$inferSelect;
export type SkuRow = typeof skus.$inferSelect;
export type CategoryRow = typeof categories.$inferSelect;

export interface StoreSpec extends SpecRow {
  skus: SkuRow[];
}

export interface StoreProduct {
  product: ProductRow;
  /** What is on sale and not hidden, in the merchant's order. */
  specs: StoreSpec[];
  merchant: typeof merchantCards.$inferSelect | undefined;
  /** Leaf and its top category. */
  category: CategoryRow | undefined;
  topCategory: CategoryRow | undefined;
}

/**
 * A product on sale as anybody may see it; hidden ones too, for who has the address. A hidden specification is
 * answered only when `specId` names it. Nothing for what is not on sale.
 */
export function getStoreProduct(
  actor: Actor,
  id: string,
  options: { specId?: string } = {},
): Promise<StoreProduct | undefined> {
  return withActor(actor, async ({ tx }) => {
    const [product] = await tx
      .select()
      .from(products)
      .where(and(eq(products.id, id), eq(products.state, 'onSale')));
    if (!product) return undefined;
    const specRows = await tx
      .select()
      .from(specs)
      .where(
        and(
          eq(specs.productId, id),
          eq(specs.state, 'onSale'),
          or(eq(specs.hidden, false), eq(specs.id, options.specId ?? '')),
        ),
      )
      .orderBy(asc(specs.position));
    const skuRows = await tx
      .select()
      .from(skus)
      .where(and(eq(skus.productId, id), eq(skus.state, 'onSale')))
      .orderBy(asc(skus.position));
    const [merchant] = await tx
      .select()
      .from(merchantCards)
      .where(eq(merchantCards.merchantId, product.merchantId));
    const tree = await tx.select().from(categories);
    const category = tree.find((row) => row.id === product.categoryId);
    return {
      product,
      specs: specRows.map((spec) => ({
        ...spec,
        skus: skuRows.filter((sku) => sku.specId === spec.id),
      })),
      merchant,
      category,
      topCategory: tree.find((row) => row.id === category?.parentId),
    };
  });
}

export const STORE_SORTS = ['newest', 'cheapest', 'dearest'] as const;
export type StoreSort = (typeof STORE_SORTS)[number];

export interface StoreFilter {
  q?: string;
  /** A leaf, or a top category with all its leaves. */
  categoryId?: string;
  merchantId?: string;
  sort?: StoreSort;
  /** Cursor: id of the last product of the page before. */
  after?: string;
  size?: number;
}

export interface StoreListItem {
  id: string;
  merchantId: string;
  merchantName: string | null;
  name: string;
  logoFileId: string;
  pictureFileId: string | null;
  summary: string;
  categoryId: string;
  deliveryType: string;
  fromPrice: bigint;
  /** Reviews, and the sum of their three scores; nothing without a review. */
  reviews: number | null;
  scores: number | null;
  listedAt: Date;
}

/** Products on the shelf: on sale and public. */
export function listStoreProducts(actor: Actor, filter: StoreFilter): Promise<Page<StoreListItem>> {
  const size = filter.size ?? PAGE_SIZE;
  return withActor(actor, async ({ tx }) => {
    const [last] = filter.after
      ? await tx.select().from(products).where(eq(products.id, filter.after))
      : [];
    const rows = await tx
      .select({
        id: products.id,
        merchantId: products.merchantId,
        merchantName: merchantCards.name,
        name: products.name,
        logoFileId: products.logoFileId,
        pictureFileId: sql<string | null>`${products.content} #>> '{pictureFileIds,0}'`,
        summary: sql<string>`${products.content} ->> 'summary'`,
        categoryId: products.categoryId,
        deliveryType: products.deliveryType,
        fromPrice: products.fromPrice,
        reviews: productRatings.count,
        scores: sql<
          number | null
        >`${productRatings.quality} + ${productRatings.service} + ${productRatings.delivery}`,
        listedAt: products.listedAt,
      })
      .from(products)
      .leftJoin(merchantCards, eq(merchantCards.merchantId, products.merchantId))
      .leftJoin(productRatings, eq(productRatings.productId, products.id))
      .where(and(onShelf(filter), last && beyond(last, filter.sort)))
      .orderBy(...shelfOrder(filter.sort))
      .limit(size + 1);
    return pageOf(rows, (row) => row.id, size);
  });
}

/** How many products fit, up to the cap. */
export const countStoreProducts = (actor: Actor, filter: StoreFilter): Promise<number> =>
  withActor(actor, ({ tx }) => cappedCount(tx, products, onShelf(filter)));

function onShelf({ q, categoryId, merchantId }: StoreFilter): SQL | undefined {
  const query = q ? searchQuery(q) : '';
  return and(
    eq(products.state, 'onSale'),
    eq(products.publicSale, true),
    query ? sql`${products.id} in (select store_search(${query}))` : undefined,
    categoryId
      ? sql`${products.categoryId} in (select id from category
          where id = ${categoryId} or parent_id = ${categoryId})`
      : undefined,
    merchantId ? eq(products.merchantId, merchantId) : undefined,
  );
}

function shelfOrder(sort: StoreSort = 'newest'): SQL[] {
  if (sort === 'newest') return [desc(products.listedAt), desc(products.id)];
  return [
    sort === 'cheapest' ? asc(products.fromPrice) : desc(products.fromPrice),
    desc(products.id),
  ];
}

function beyond(last: ProductRow, sort: StoreSort = 'newest'): SQL | undefined {
  const laterId = lt(products.id, last.id);
  if (sort === 'newest') {
    const at = last.listedAt;
    return or(lt(products.listedAt, at), and(eq(products.listedAt, at), laterId));
  }
  const dearer = sql`${products.fromPrice} > ${last.fromPrice.toString()}::bigint`;
  const cheaper = lt(products.fromPrice, last.fromPrice);
  const same = and(eq(products.fromPrice, last.fromPrice), laterId);
  return or(sort === 'cheapest' ? dearer : cheaper, same);
}

export interface Sellable {
  sku: SkuRow;
  spec: SpecRow;
  product: ProductRow;
  merchantName: string | null;
  /** What stands against this account buying one now; the sentence is `product.error.buy.<complaint>`. */
  complaint: string | undefined;
}

/** A SKU with what it belongs to and whether this account may buy it, for the order form. */
export async function getSellable(actor: Actor, skuId: string): Promise<Sellable | undefined> {
  const found = await withActor(actor, async ({ tx }) => {
    const [row] = await tx
      .select({ sku: skus, spec: specs, product: products, merchantName: merchantCards.name })
      .from(skus)
      .innerJoin(specs, eq(specs.id, skus.specId))
      .innerJoin(products, eq(products.id, skus.productId))
      .leftJoin(merchantCards, eq(merchantCards.merchantId, skus.merchantId))
      .where(eq(skus.id, skuId));
    return row;
  });
  if (!found) return undefined;
  const buyerId = accountOf(actor);
  if (!buyerId) return { ...found, complaint: undefined };
  const quantity = found.sku.quantity?.min ?? 1;
  // Rules of the merchant and the buyer's purchases lie on both sides of the fence.
  const complaint = await withActor(system('sellable'), ({ tx, now }) =>
    checkSellable(tx, { buyerId, skuId, quantity, now }),
  );
  return { ...found, complaint };
}

/** The catalogue in order: top categories with their leaves. */
export function listCategories(
  actor: Actor,
  options: { retired?: boolean } = {},
): Promise<(CategoryRow & { leaves: CategoryRow[] })[]> {
  return withActor(actor, async ({ tx }) => {
    const rows = await tx
      .select()
      .from(categories)
      .where(inArray(categories.state, options.retired ? ['active', 'retired'] : ['active']))
      .orderBy(asc(categories.position), asc(categories.id));
    return rows
      .filter((row) => row.parentId === null)
      .map((top) => ({ ...top, leaves: rows.filter((row) => row.parentId === top.id) }));
  });
}
