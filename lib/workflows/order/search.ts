import { and, eq, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from '@/db/client';
import { orders } from '@/db/schema';
import type { OrderNameKind } from '@/db/schema/order-name';
import type { Actor } from '@/lib/auth/actor';
import { newestAlong, someAlong } from '@/lib/list/along';
import { inIndexOrder } from '@/lib/list/index-order';
import { COUNT_CAP } from '@/lib/list/keyset';

/** A table whose rows carry the names of their order. */
export interface Carrier {
  table: PgTable;
  id: PgColumn;
  number: PgColumn;
  /** Where a name stands, and the column whose index leads to the rows of its bearer. */
  names: Record<OrderNameKind, { name: PgColumn; ref: PgColumn }>;
}

export const inOrders: Carrier = {
  table: orders,
  id: orders.id,
  number: orders.number,
  names: {
    customer: { name: orders.customerName, ref: orders.buyerId },
    account: { name: orders.accountName, ref: orders.buyerId },
    product: { name: orders.productName, ref: orders.productId },
    merchant: { name: orders.merchantName, ref: orders.merchantId },
  },
};

/** Rows that are looked at, newest first, for several words at once. */
const WALK = 4000;
/** Bearers of a name whose rows are looked up one by one; a name of more is common enough to meet on a walk. */
const BEARERS = 2000;

/** What was typed: into fields of their own, or into the one for all, where every word must be found. */
export type Typed = Partial<Record<'customer' | 'account' | 'product' | 'q', string | undefined>>;

export interface Search {
  actor: Actor;
  /** What an index answers: whose, in which state, of which time. */
  scope: SQL | undefined;
  typed: Typed;
}

/** One word and the kinds of names of which one must hold it. */
interface Word {
  kinds: readonly OrderNameKind[];
  text: string;
  /** Whether the whole number of the order will do as well. */
  number: boolean;
}

/** Which names `q` looks in: a buyer looks for who sold, a merchant for who bought, staff for both. */
const kindsOf = (actor: Actor): OrderNameKind[] =>
  actor.kind === 'buyer'
    ? ['product', 'merchant']
    : actor.kind === 'member'
      ? ['product', 'customer', 'account']
      : ['product', 'merchant', 'customer', 'account'];

const wordsOf = (actor: Actor, { q, ...fields }: Typed): Word[] => [
  ...(['customer', 'account', 'product'] as const).flatMap((kind) =>
    fields[kind] ? [{ kinds: [kind], text: fields[kind], number: false }] : [],
  ),
  ...(q?.split(/\s+/).filter(Boolean) ?? []).map((text) => ({
    kinds: kindsOf(actor),
    text,
    number: true,
  })),
];

/** The condition that the typed words make, row by row; nothing when nothing was typed. `ILIKE` takes ten times as long. */
export const holds = (actor: Actor, of: Carrier, typed: Typed): SQL | undefined =>
  and(
    ...wordsOf(actor, typed).map(({ kinds, text, number }) => {
      const names = sql.join(
        kinds.map((kind) => of.names[kind].name),
        sql`, `,
      );
      return or(
        number ? eq(of.number, text) : undefined,
        sql`position((select lower(${text}::text)) in lower(concat_ws(chr(10), ${names}))) > 0`,
      );
    }),
  );

/**
 * Ids of the rows in `scope` whose names hold the typed words, newest first. The bearers of the rarest word lead to
 * their rows; a word that too many bear is met on a short walk, and so are mostly several words together. How many
 * orders there are matters to neither.
 */
export function findIds(tx: Tx, of: Carrier, search: Search, size: number): Promise<string[]> {
  return inIndexOrder(tx, async () => {
    const words = wordsOf(search.actor, search.typed);
    const near = words.length > 1 ? await walk(tx, of, search, size, WALK) : [];
    if (near.length === size) return near;
    const rarest = await rarestOf(tx, search.actor, words);
    if (!rarest.whole) return walk(tx, of, search, size);
    const where = and(search.scope, holds(search.actor, of, search.typed));
    const found = new Set(await numbered(tx, of, rarest.word, where));
    for (const { kind, refs } of rarest.ways) {
      const along = { ...of, by: of.names[kind].ref, values: refs, where };
      for (const id of await newestAlong(tx, along, size)) found.add(id);
    }
    return [...found].sort().reverse().slice(0, size);
  });
}

/** How many match, up to the cap. Some bearers of a common word mostly have as many rows already. */
export function countFound(tx: Tx, of: Carrier, search: Search): Promise<number> {
  return inIndexOrder(tx, async () => {
    const rarest = await rarestOf(tx, search.actor, wordsOf(search.actor, search.typed));
    const where = and(search.scope, holds(search.actor, of, search.typed));
    const found = new Set(await numbered(tx, of, rarest.word, where));
    for (const { kind, refs } of rarest.ways) {
      const along = { ...of, by: of.names[kind].ref, values: refs, where };
      for (const id of await someAlong(tx, along, COUNT_CAP)) found.add(id);
      if (found.size >= COUNT_CAP) return COUNT_CAP;
    }
    return rarest.whole ? found.size : (await walk(tx, of, search, COUNT_CAP)).length;
  });
}

/** Reads the rows of the scope, newest first, `most` of them or all, until enough match. */
async function walk(
  tx: Tx,
  of: Carrier,
  { actor, scope, typed }: Search,
  size: number,
  most?: number,
): Promise<string[]> {
  const words = holds(actor, of, typed);
  const newest = (where: SQL | undefined, count: number) =>
    sql`select * from ${of.table} where ${where ?? sql`true`} order by ${of.id} desc limit ${count}`;
  const rows = await tx.execute<{ id: string }>(
    most
      ? sql`select id from (${newest(scope, most)}) as ${of.table} where ${words} order by id desc limit ${size}`
      : newest(and(scope, words), size),
  );
  return rows.map(({ id }) => id);
}

/** The row whose order has the word for its number. */
async function numbered(tx: Tx, of: Carrier, { text, number }: Word, where: SQL | undefined) {
  if (!number) return [];
  const rows = await tx.execute<{ id: string }>(sql`
    select ${of.id} from ${of.table} where ${and(eq(of.number, text), where)}`);
  return rows.map(({ id }) => id);
}

/** Who bears a word, by kind; not `whole` when there are more than are told. */
interface Bearers {
  word: Word;
  ways: { kind: OrderNameKind; refs: string[] }[];
  whole: boolean;
  /** Rows that they lead to, roughly. */
  rows: number;
}

/** A customer orders a few times, a product is ordered often. */
const ROWS: Record<OrderNameKind, number> = {
  customer: 1,
  account: 1,
  product: 100,
  merchant: 500,
};

async function rarestOf(tx: Tx, actor: Actor, words: readonly Word[]): Promise<Bearers> {
  const all: Bearers[] = [];
  for (const word of words) all.push(await bearersOf(tx, actor, word));
  const [rarest] = all.sort((a, b) => Number(b.whole) - Number(a.whole) || a.rows - b.rows);
  if (!rarest) throw new Error('nothing was typed');
  return rarest;
}

async function bearersOf(tx: Tx, actor: Actor, word: Word): Promise<Bearers> {
  const within = actor.kind === 'member' ? actor.merchantId : '';
  const found = await tx.execute<{ kind: OrderNameKind; ref: string }>(sql`
    select kind, ref from unnest(${sql.param([...word.kinds])}::text[]) as kind
    cross join lateral order_refs(${within}, kind, ${word.text}, ${BEARERS + 1}) as ref`);
  const ways = word.kinds.map((kind) => ({
    kind,
    refs: found.filter((row) => row.kind === kind).map(({ ref }) => ref),
  }));
  return {
    word,
    ways,
    whole: ways.every(({ refs }) => refs.length <= BEARERS),
    rows: ways.reduce((sum, { kind, refs }) => sum + refs.length * ROWS[kind], 0),
  };
}
