import { invalidateBatchesOf } from '@/lib/workflows/voucher/commands';
import { endPieces, giveToNamed } from '@/lib/workflows/voucher-piece/commands';

/** Gives the customers of a batch's lists their vouchers; what was given before is passed over. */
export async function giveVouchers({ voucherId }: { voucherId: string }): Promise<void> {
  await giveToNamed(voucherId);
}

/** Ends the unused pieces of a batch that ended, round by round; run again, it goes on where it was stopped. */
export async function endVouchers({ voucherId }: { voucherId: string }): Promise<void> {
  while (await endPieces(voucherId));
}

/** Ends the batches of a product for which nothing is sold any more. */
export async function invalidateVouchers({ productId }: { productId: string }): Promise<void> {
  await invalidateBatchesOf(productId);
}
