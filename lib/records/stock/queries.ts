import { and, desc, eq, ilike, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { accounts, products, specs, stockChanges, stocks } from '@/db/schema';
import { type Actor, system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { textFilter } from '@/lib/list/filters';
import { COUNT_CAP, PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import { ownRows } from '@/lib/list/own-rows';
import { containing } from '@/lib/search/like';

/** `kept`: sold from stock. `empty`: nothing left. `free`: sold without a limit. */
export const STOCK_SHOWS = ['kept', 'empty', 'free'] as const;

/** Filters of the list and of its export; what does not fit is left out. */
export const stockFilters = z.object({
  q: textFilter,
  show: z.enum(STOCK_SHOWS).optional().catch(undefined),
});
export type StockFilters = z.infer<typeof stockFilters>;

export interface StockLine {
  specId: string;
  specName: string;
  productId: string;
  productName: string;
  hidden: boolean;
  /** Null: sold without a limit. */
  stock: { total: number; consumed: number; available: number; updatedAt: Date } | null;
}

const shown = {
  specId: specs.id,
  specName: specs.name,
  productId: products.id,
  productName: products.name,
  hidden: sql<boolean>`${specs.hidden} or not ${products.publicSale}`,
  total: stocks.total,
  consumed: stocks.consumed,
  updatedAt: stocks.updatedAt,
};

type Shown = Omit<StockLine, 'stock'> & {
  total: number | null;
  consumed: number | null;
  updatedAt: Date | null;
};

const lineOf = ({ total, consumed, updatedAt, ...line }: Shown): StockLine => ({
  ...line,
  stock:
    total === null || consumed === null || updatedAt === null
      ? null
      : { total, consumed, available: total - consumed, updatedAt },
});

/** Specifications on sale of products on sale: what stock is managed for (products.md 5.5). */
function conditions(actor: Actor, { q, show }: StockFilters): SQL | undefined {
  const words = containing(q);
  return and(
    ownRows(actor, 'saleRule.read', { merchant: products.merchantId, product: products.id }),
    eq(products.state, 'onSale'),
    eq(specs.state, 'onSale'),
    show === 'kept' ? sql`${stocks.specId} is not null` : undefined,
    show === 'empty' ? sql`${stocks.total} = ${stocks.consumed}` : undefined,
    show === 'free' ? sql`${stocks.specId} is null` : undefined,
    words ? or(ilike(products.name, words), ilike(specs.name, words)) : undefined,
  );
}

const joined = (tx: Tx) =>
  tx
    .select(shown)
    .from(specs)
    .innerJoin(products, eq(products.id, specs.productId))
    .leftJoin(stocks, eq(stocks.specId, specs.id));

/** The stock list, newest specification first. */
export function listStock(
  actor: Actor,
  filters: StockFilters = {},
  after?: string,
  size = PAGE_SIZE,
): Promise<Page<StockLine>> {
  return withActor(actor, async ({ tx }) => {
    const rows = await joined(tx)
      .where(and(conditions(actor, filters), after ? lt(specs.id, after) : undefined))
      .orderBy(desc(specs.id))
      .limit(size + 1);
    return pageOf(rows.map(lineOf), ({ specId }) => specId, size);
  });
}

/** How many lines the list has, up to the cap. */
export function countStock(actor: Actor, filters: StockFilters = {}): Promise<number> {
  return withActor(actor, async ({ tx }) => {
    const rows = await tx
      .select({ id: specs.id })
      .from(specs)
      .innerJoin(products, eq(products.id, specs.productId))
      .leftJoin(stocks, eq(stocks.specId, specs.id))
      .where(conditions(actor, filters))
      .limit(COUNT_CAP);
    return rows.length;
  });
}

/** One specification on sale with its stock; nothing for what is not the member's or not on sale. */
export function getStock(actor: Actor, specId: string): Promise<StockLine | undefined> {
  return withActor(actor, async ({ tx }) => {
    const [row] = await joined(tx).where(and(conditions(actor, {}), eq(specs.id, specId)));
    return row && lineOf(row);
  });
}

export type StockChangeLine = typeof stockChanges.$inferSelect & { accountName: string };

/** The latest restocks of a specification with who made them, newest first. */
export async function listStockChanges(actor: Actor, specId: string): Promise<StockChangeLine[]> {
  const rows = await withActor(actor, ({ tx }) =>
    tx
      .select({ change: stockChanges })
      .from(stockChanges)
      .innerJoin(specs, eq(specs.id, stockChanges.specId))
      .where(
        and(
          ownRows(actor, 'saleRule.read', { merchant: specs.merchantId, product: specs.productId }),
          eq(stockChanges.specId, specId),
        ),
      )
      .orderBy(desc(stockChanges.id))
      .limit(PAGE_SIZE),
  );
  if (rows.length === 0) return [];
  const ids = [...new Set(rows.map(({ change }) => change.accountId))];
  // Names of colleagues lie behind the fence of their own accounts.
  const people = await withActor(system('names of colleagues'), ({ tx }) =>
    tx
      .select({ id: accounts.id, name: accounts.name })
      .from(accounts)
      .where(inArray(accounts.id, ids)),
  );
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map(({ change }) => ({ ...change, accountName: names.get(change.accountId) ?? '' }));
}
