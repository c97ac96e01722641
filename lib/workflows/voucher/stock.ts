import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { voucherStocks } from '@/db/schema';

/** Rows over which a batch is spread: so many claims go on side by side. */
const SHARDS = 16;

/** Lays out what a batch has to give, in as many rows as are useful. */
export async function layOut(
  tx: Tx,
  batch: { id: string; merchantId: string; quantity: number },
): Promise<void> {
  const shards = Math.min(SHARDS, batch.quantity);
  const rows = Array.from({ length: shards }, (_, shard) => ({
    voucherId: batch.id,
    merchantId: batch.merchantId,
    shard,
    left: Math.floor(batch.quantity / shards) + (shard < batch.quantity % shards ? 1 : 0),
  }));
  await tx.insert(voucherStocks).values(rows);
}

/** How many pieces are left to give, by batch. */
export async function leftOfAll(
  tx: Tx,
  voucherIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await tx
    .select({ id: voucherStocks.voucherId, left: sql<number>`sum(${voucherStocks.left})::int` })
    .from(voucherStocks)
    .where(inArray(voucherStocks.voucherId, [...voucherIds]))
    .groupBy(voucherStocks.voucherId);
  return new Map(rows.map(({ id, left }) => [id, left]));
}

/** The same of one. */
export async function leftOf(tx: Tx, voucherId: string): Promise<number> {
  return (await leftOfAll(tx, [voucherId])).get(voucherId) ?? 0;
}
/**
 * Takes one piece from whichever row nobody else is taking from; when all that have something are busy, it waits for
 * one. So a batch gives out exactly what it has, and nobody is turned away while a piece may still come free.
 * @returns false when nothing is left
 */
export async function takeOne(tx: Tx, voucherId: string): Promise<boolean> {
  if (await takeFrom(tx, voucherId, 'free')) return true;
  while ((await leftOf(tx, voucherId)) > 0) {
    if (await takeFrom(tx, voucherId, 'wait')) return true;
  }
  return false;
}

async function takeFrom(tx: Tx, voucherId: string, how: 'free' | 'wait'): Promise<boolean> {
  const filled = tx
    .select({ shard: voucherStocks.shard })
    .from(voucherStocks)
    .where(and(eq(voucherStocks.voucherId, voucherId), gt(voucherStocks.left, 0)))
    .orderBy(sql`random()`)
    .limit(1);
  const [row] = await (how === 'free'
    ? filled.for('update', { skipLocked: true })
    : filled.for('update'));
  if (!row) return false;
  await tx
    .update(voucherStocks)
    .set({ left: sql`${voucherStocks.left} - 1` })
    .where(and(eq(voucherStocks.voucherId, voucherId), eq(voucherStocks.shard, row.shard)));
  return true;
}

/** Takes several pieces, for a list or for codes; the caller has seen that there are as many and holds the batch. */
export async function takeMany(tx: Tx, voucherId: string, count: number): Promise<void> {
  const rows = await tx
    .select()
    .from(voucherStocks)
    .where(eq(voucherStocks.voucherId, voucherId))
    .orderBy(asc(voucherStocks.shard))
    .for('update');
  let wanted = count;
  for (const { shard, left } of rows) {
    const taken = Math.min(left, wanted);
    if (taken === 0) continue;
    wanted -= taken;
    await tx
      .update(voucherStocks)
      .set({ left: left - taken })
      .where(and(eq(voucherStocks.voucherId, voucherId), eq(voucherStocks.shard, shard)));
  }
  if (wanted > 0) throw new Error(`batch ${voucherId} lacks ${wanted} pieces`);
}
