import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';

const plans = (tx: Tx, sorted: 'on' | 'off') =>
  tx.execute(sql`
    select set_config('enable_sort', ${sorted}, true), set_config('enable_bitmapscan', ${sorted}, true)`);

/**
 * Runs reads of the newest rows of a list with the planner held to indexes that have them in order. Under row-level
 * security it takes a list of a hundred thousand for a handful, which it would rather collect and sort.
 */
export async function inIndexOrder<T>(tx: Tx, read: () => Promise<T>): Promise<T> {
  await plans(tx, 'off');
  const result = await read();
  await plans(tx, 'on');
  return result;
}
