import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from '@/db/client';

/** Rows of a list that have one of some values in a column, which an index has in order for each value. */
export interface Along {
  table: PgTable;
  id: PgColumn;
  by: PgColumn;
  values: readonly string[];
  where: SQL | undefined;
}

/**
 * The newest ids of all values together. Only the values with the newest rows can have one among them, so of every
 * value one row is read, and of the best a page. Ask it within `inIndexOrder`.
 */
export async function newestAlong(tx: Tx, along: Along, size: number): Promise<string[]> {
  const { values, of } = parts(along);
  const rows = await tx.execute<{ id: string }>(sql`
    select found.id from (
      select value from ${values} cross join lateral (${of} order by ${along.id} desc limit 1) as newest
      order by newest.id desc limit ${size}
    ) as best cross join lateral (${of} order by ${along.id} desc limit ${size}) as found
    order by found.id desc limit ${size}`);
  return rows.map(({ id }) => id);
}

/** Some ids, in no order: as many as there are, up to `most`. */
export async function someAlong(tx: Tx, along: Along, most: number): Promise<string[]> {
  const { values, of } = parts(along);
  const rows = await tx.execute<{ id: string }>(sql`
    select found.id from ${values} cross join lateral (${of} limit ${most}) as found limit ${most}`);
  return rows.map(({ id }) => id);
}

const parts = ({ table, id, by, values, where }: Along) => ({
  values: sql`unnest(${sql.param([...new Set(values)])}::text[]) as value`,
  of: sql`select ${id} from ${table} where ${by} = value and ${where ?? sql`true`}`,
});
