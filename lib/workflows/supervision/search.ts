import { and, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { supervisions } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { inIndexOrder } from '@/lib/list/index-order';

/** Records that are read one by one, newest first, before the index of words is asked. */
const WALK = 500;
/** Records that the index of words answers at most; words of more are met on a walk. */
const FOUND = 2000;

export interface RecordSearch {
  actor: Actor;
  /** Whose, at which node, of which days, after which record. */
  scope: SQL | undefined;
  /** A text query, as `searchQuery` makes it. */
  query: string;
}

/**
 * Ids of the records in `scope` that hold the words, newest first. Common words are met on a short walk through the
 * newest; rare ones are looked up in the index of words, which only `supervision_search` may use.
 */
export function findRecordIds(tx: Tx, search: RecordSearch, size: number): Promise<string[]> {
  return inIndexOrder(tx, async () => {
    const near = await walk(tx, search, size, WALK);
    // A customer's own records are few.
    if (near.length >= size || search.actor.kind === 'buyer') return near;
    const found = await lookUp(tx, search);
    if (found.length > FOUND) return walk(tx, search, size);
    const rows = await tx
      .select({ id: supervisions.id })
      .from(supervisions)
      .where(and(search.scope, sql`${supervisions.id} = any(${sql.param(found)}::text[])`));
    return rows
      .map(({ id }) => id)
      .sort()
      .reverse()
      .slice(0, size);
  });
}

async function walk(
  tx: Tx,
  { actor, scope, query }: RecordSearch,
  size: number,
  most?: number,
): Promise<string[]> {
  const whole = actor.kind === 'buyer' || !most;
  const rows = await tx.execute<{ id: string }>(sql`
    select id from (
      select ${supervisions.id}, ${supervisions.searchText} from ${supervisions} where ${scope ?? sql`true`}
      order by ${supervisions.id} desc ${whole ? sql`` : sql`limit ${most}`}
    ) as newest
    where to_tsvector('simple', search_text) @@ to_tsquery('simple', ${query}) order by id desc limit ${size}`);
  return rows.map(({ id }) => id);
}

/** Records with the words, of the merchant or of all, at most one more than `FOUND`. */
async function lookUp(tx: Tx, { actor, query }: RecordSearch): Promise<string[]> {
  const within = actor.kind === 'member' ? actor.merchantId : '';
  const rows = await tx.execute<{ id: string }>(
    sql`select supervision_search(${query}, ${within}, ${FOUND + 1}) as id`,
  );
  return rows.map(({ id }) => id);
}
