import { and, eq, ilike, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Tx } from '@/db/client';
import { orders } from '@/db/schema';
import type { OrderNameKind } from '@/db/schema/order-name';
import type { Actor } from '@/lib/auth/actor';
import { contains } from '@/lib/list/filters';
import { inIndexOrder } from '@/lib/list/index-order';
import { COUNT_CAP } from '@/lib/list/keyset';
import type { OrderFilters } from './queries';

/** What a part of a name is looked for in, and the column whose index leads to the orders of its bearer. */
const NAMES: Record<OrderNameKind, { name: PgColumn; ref: PgColumn }> = {
  customer: { name: orders.customerName, ref: orders.buyerId },
  account: { name: orders.accountName, ref: orders.buyerId },
  product: { name: orders.productName, ref: orders.productId },
  merchant: { name: orders.merchantName, ref: orders.merchantId },
};

/** Orders that are read one by one, newest first, before the names are asked. */
const WALK = 2000;
/** Bearers of a name whose orders are looked up one by one; a name of more is common enough to meet on a walk. */
const BEARERS = 2000;

type Words = Pick<OrderFilters, 'q' | 'customer' | 'account' | 'product'>;

/** Which names `q` looks in: a buyer looks for who sold, a merchant for who bought, staff for both. */
const kindsOf = (actor: Actor): OrderNameKind[] =>
  actor.kind === 'buyer'
    ? ['product', 'merchant']
    : actor.kind === 'member'
      ? ['product', 'customer', 'account']
      : ['product', 'merchant', 'customer', 'account'];

const like = (kind: OrderNameKind, text: string) => ilike(NAMES[kind].name, contains(text));

/** The condition that the typed words make, row by row; nothing when nothing was typed. */
export function wordsOf(actor: Actor, { q, ...named }: Words): SQL | undefined {
  return and(
    ...(['customer', 'account', 'product'] as const).map((kind) =>
      named[kind] ? like(kind, named[kind]) : undefined,
    ),
    q ? or(eq(orders.number, q), ...kindsOf(actor).map((kind) => like(kind, q))) : undefined,
  );
}

export interface Search {
  actor: Actor;
  /** What an index answers: whose, in which state, of which time. */
  scope: SQL | undefined;
  words: Words;
}

/**
 * Ids of the orders in `scope` whose names hold the typed words, newest first. A common name is met on a short walk
 * through the newest orders; a rare one is looked up among the names, and only the orders of its bearers are read.
 * Neither depends on how many orders there are.
 */
export function findOrderIds(tx: Tx, search: Search, size: number): Promise<string[]> {
  return inIndexOrder(tx, () => find(tx, search, size));
}

async function find(tx: Tx, search: Search, size: number): Promise<string[]> {
  const near = await walk(tx, search, size, WALK);
  if (near.length >= size || !(await longerThan(tx, search.scope, WALK))) return near;
  const branches = await branchesOf(tx, search);
  if (!branches) return walk(tx, search, size);
  const found = await Promise.all(branches.map((branch) => along(tx, search, branch, size)));
  return [...new Set(found.flat())].sort().reverse().slice(0, size);
}

/** How many match, up to the cap, found in the same way. */
export function countOrdersFound(tx: Tx, search: Search): Promise<number> {
  return inIndexOrder(tx, () => count(tx, search));
}

async function count(tx: Tx, search: Search): Promise<number> {
  const near = await walk(tx, search, COUNT_CAP, WALK);
  if (near.length >= COUNT_CAP || !(await longerThan(tx, search.scope, WALK))) return near.length;
  const branches = await branchesOf(tx, search);
  if (!branches) return (await walk(tx, search, COUNT_CAP)).length;
  const found = new Set<string>();
  for (const branch of branches)
    for (const id of await along(tx, search, branch, COUNT_CAP, false)) found.add(id);
  return Math.min(found.size, COUNT_CAP);
}

/** Reads the newest orders of the scope, `most` of them or all, and answers those that match. */
async function walk(
  tx: Tx,
  { actor, scope, words }: Search,
  size: number,
  most?: number,
): Promise<string[]> {
  const newest = sql`select * from ${orders} where ${scope ?? sql`true`} order by ${orders.id} desc`;
  const rows = await tx.execute<{ id: string }>(sql`
    select id from (${newest} ${most ? sql`limit ${most}` : sql``}) as "order"
    where ${wordsOf(actor, words)} order by id desc limit ${size}`);
  return rows.map(({ id }) => id);
}

async function longerThan(tx: Tx, scope: SQL | undefined, length: number): Promise<boolean> {
  const rows = await tx.execute(sql`
    select from ${orders} where ${scope ?? sql`true`} order by ${orders.id} desc offset ${length} limit 1`);
  return rows.length > 0;
}

/** A way to the matching orders: by the bearers of a name, or by the order's own number. */
type Branch = { ref: PgColumn; refs: string[] };

/**
 * The shortest ways that together lead to every match: those of one named field, or all those of `q`. Nothing when
 * the words are too common for it.
 */
async function branchesOf(tx: Tx, { actor, words }: Search): Promise<Branch[] | undefined> {
  const { q, ...named } = words;
  const single: Branch[] = [];
  for (const kind of ['customer', 'account', 'product'] as const) {
    const branch = named[kind] ? await bearers(tx, actor, kind, named[kind]) : undefined;
    if (branch) single.push(branch);
  }
  const [shortest] = single.sort((a, b) => a.refs.length - b.refs.length);
  if (shortest) return [shortest];
  if (!q) return undefined;
  const branches: Branch[] = [{ ref: orders.number, refs: [q] }];
  for (const kind of kindsOf(actor)) {
    const branch = await bearers(tx, actor, kind, q);
    if (!branch) return undefined;
    branches.push(branch);
  }
  return branches;
}

/** The bearers of a name; nothing when there are too many. */
async function bearers(
  tx: Tx,
  actor: Actor,
  kind: OrderNameKind,
  part: string,
): Promise<Branch | undefined> {
  const within = actor.kind === 'member' ? actor.merchantId : '';
  const rows = await tx.execute<{ ref: string }>(
    sql`select order_refs(${within}, ${kind}, ${part}, ${BEARERS + 1}) as ref`,
  );
  if (rows.length > BEARERS) return undefined;
  return { ref: NAMES[kind].ref, refs: rows.map(({ ref }) => ref) };
}

/** The matching orders of some bearers, the newest of all; unordered, as few as it takes. */
async function along(
  tx: Tx,
  { actor, scope, words }: Search,
  { ref, refs }: Branch,
  size: number,
  newest = true,
): Promise<string[]> {
  if (refs.length === 0) return [];
  // A number is one order's: asked for an order of ids, the planner would walk all of them for it.
  const sorted = newest && ref !== orders.number;
  const order = sorted ? sql`order by ${orders.id} desc` : sql``;
  const rows = await tx.execute<{ id: string }>(sql`
    select found.id from unnest(${sql.param(refs)}::text[]) as bearer cross join lateral (
      select ${orders.id} from ${orders}
      where ${ref} = bearer and ${and(scope, wordsOf(actor, words)) ?? sql`true`} ${order} limit ${size}
    ) as found ${sorted ? sql`order by found.id desc` : sql``} limit ${size}`);
  return rows.map(({ id }) => id);
}
