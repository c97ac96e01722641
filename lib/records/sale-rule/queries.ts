import { and, asc, desc, eq, ilike, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { allowedBuyers, products, purchaseLimits, saleRestrictions, specs } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { cappedCount } from '@/lib/list/count';
import { textFilter } from '@/lib/list/filters';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import { ownRows } from '@/lib/list/own-rows';
import { containing } from '@/lib/search/like';
import type { ProductRow, SpecRow } from './on-sale';

/** Products with a limit, with an allow-list, with neither. */
export const SALE_RULE_SHOWS = ['limited', 'restricted', 'open'] as const;

/** Filters of the list and of its export; what does not fit is left out. */
export const saleRuleFilters = z.object({
  q: textFilter,
  show: z.enum(SALE_RULE_SHOWS).optional().catch(undefined),
});
export type SaleRuleFilters = z.infer<typeof saleRuleFilters>;

export interface SaleRuleLine {
  id: string;
  name: string;
  state: ProductRow['state'];
  /** On sale. */
  specs: number;
  /** Specifications with a purchase limit. */
  limits: number;
  /** Whether the product as a whole has an allow-list. */
  wholeProduct: boolean;
  /** Specifications with an allow-list of their own. */
  restrictedSpecs: number;
  /** Entries on all allow-lists together. */
  buyers: number;
}

const isLimited = sql`exists (select 1 from purchase_limit l where l.product_id = ${products.id})`;
const isRestricted = sql`exists (select 1 from sale_restriction r where r.product_id = ${products.id})`;

function conditions(actor: Actor, { q, show }: SaleRuleFilters): SQL | undefined {
  const words = containing(q);
  return and(
    ownRows(actor, 'saleRule.read', { merchant: products.merchantId, product: products.id }),
    ne(products.state, 'delisted'),
    show === 'limited' ? isLimited : undefined,
    show === 'restricted' ? isRestricted : undefined,
    show === 'open' ? sql`not ${isLimited} and not ${isRestricted}` : undefined,
    words ? or(ilike(products.name, words), eq(products.id, q ?? '')) : undefined,
  );
}

/** Products that may be configured, with what is configured; newest first (products.md 5.2). */
export function listSaleRules(
  actor: Actor,
  filters: SaleRuleFilters = {},
  after?: string,
  size = PAGE_SIZE,
): Promise<Page<SaleRuleLine>> {
  // `product.id` is written out: in a query of one table columns come without their table's name.
  const figure = (from: SQL) => sql<number>`(select count(*)::int from ${from})`;
  return withActor(actor, async ({ tx }) => {
    const rows = await tx
      .select({
        id: products.id,
        name: products.name,
        state: products.state,
        specs: figure(sql`spec s where s.product_id = product.id and s.state = 'onSale'`),
        limits: figure(sql`purchase_limit l where l.product_id = product.id`),
        wholeProduct: sql<boolean>`exists (select 1 from sale_restriction r
          where r.product_id = product.id and r.spec_id is null)`,
        restrictedSpecs: figure(sql`sale_restriction r
          where r.product_id = product.id and r.spec_id is not null`),
        buyers: figure(sql`allowed_buyer b join sale_restriction r on r.id = b.restriction_id
          where r.product_id = product.id`),
      })
      .from(products)
      .where(and(conditions(actor, filters), after ? lt(products.id, after) : undefined))
      .orderBy(desc(products.id))
      .limit(size + 1);
    return pageOf(rows, ({ id }) => id, size);
  });
}

export const countSaleRules = (actor: Actor, filters: SaleRuleFilters = {}): Promise<number> =>
  withActor(actor, ({ tx }) => cappedCount(tx, products, conditions(actor, filters)));

export interface AllowList {
  id: string;
  createdAt: Date;
  buyers: (typeof allowedBuyers.$inferSelect)[];
}

export interface SaleRules {
  product: ProductRow;
  /** Of the product as a whole. */
  allowList: AllowList | undefined;
  /** On sale, in the merchant's order. */
  specs: {
    spec: SpecRow;
    limit: typeof purchaseLimits.$inferSelect | undefined;
    allowList: AllowList | undefined;
  }[];
}

/** Everything that is configured for one product; nothing for what is not the member's or was delisted. */
export function getSaleRules(actor: Actor, productId: string): Promise<SaleRules | undefined> {
  return withActor(actor, async ({ tx }) => {
    const [product] = await tx
      .select()
      .from(products)
      .where(and(conditions(actor, {}), eq(products.id, productId)));
    if (!product) return undefined;
    const specRows = await tx
      .select()
      .from(specs)
      .where(and(eq(specs.productId, productId), eq(specs.state, 'onSale')))
      .orderBy(asc(specs.position));
    const limits = await tx
      .select()
      .from(purchaseLimits)
      .where(eq(purchaseLimits.productId, productId));
    const lists = await tx
      .select({ list: saleRestrictions, buyer: allowedBuyers })
      .from(saleRestrictions)
      .leftJoin(allowedBuyers, eq(allowedBuyers.restrictionId, saleRestrictions.id))
      .where(eq(saleRestrictions.productId, productId))
      .orderBy(asc(allowedBuyers.id));
    const allowListOf = (specId: string | null): AllowList | undefined => {
      const rows = lists.filter(({ list }) => list.specId === specId);
      const first = rows[0]?.list;
      return (
        first && {
          id: first.id,
          createdAt: first.createdAt,
          buyers: rows.flatMap(({ buyer }) => buyer ?? []),
        }
      );
    };
    return {
      product,
      allowList: allowListOf(null),
      specs: specRows.map((spec) => ({
        spec,
        limit: limits.find((row) => row.specId === spec.id),
        allowList: allowListOf(spec.id),
      })),
    };
  });
}
