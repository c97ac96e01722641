import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { voucherNames, voucherPieces } from '@/db/schema';

/** How many pieces of a batch each of these customers has, had, or is about to get; none is left out of the map. */
export async function countHad(
  tx: Tx,
  voucherId: string,
  buyerIds: readonly string[],
): Promise<Map<string, number>> {
  const had = new Map<string, number>();
  for (let at = 0; at < buyerIds.length; at += 1000) {
    const ids = buyerIds.slice(at, at + 1000);
    const pieces = await tx
      .select({ buyerId: voucherPieces.buyerId })
      .from(voucherPieces)
      .where(and(eq(voucherPieces.voucherId, voucherId), inArray(voucherPieces.buyerId, ids)));
    const waiting = await tx
      .select({ buyerId: voucherNames.buyerId })
      .from(voucherNames)
      .where(
        and(
          eq(voucherNames.voucherId, voucherId),
          isNull(voucherNames.pieceId),
          inArray(voucherNames.buyerId, ids),
        ),
      );
    for (const { buyerId } of [...pieces, ...waiting]) {
      had.set(buyerId, (had.get(buyerId) ?? 0) + 1);
    }
  }
  return had;
}
