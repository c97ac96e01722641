import { type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from '@/db/client';
import { COUNT_CAP } from './keyset';

/** How many rows match, up to the cap (design 3.11). */
export async function cappedCount(tx: Tx, table: PgTable, where: SQL | undefined): Promise<number> {
  const [row] = await tx.execute<{ count: string }>(
    sql`select count(*) as count from (select 1 from ${table} ${where ? sql`where ${where}` : sql``} limit ${COUNT_CAP}) capped`,
  );
  return Number(row?.count ?? 0);
}
