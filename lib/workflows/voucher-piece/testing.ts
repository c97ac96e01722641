import { eq } from 'drizzle-orm';
import { getDatabase } from '@/db/client';
import { makeSold } from '@/db/factories/order';
import { issueVoucher } from '@/db/factories/voucher';
import { clockOffset, voucherPieces } from '@/db/schema';
import { system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { DomainError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { createMerchant } from '@/lib/testing/actors';
import { lockPiece, movePiece } from './commands';

/** What a command answered: `done`, or the key or code of its refusal. */
export const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
      return error.detail.key ?? error.code;
    },
  );
/** The piece as it is written. */
export const rowOf = async (id: string) =>
  (await getDatabase().select().from(voucherPieces).where(eq(voucherPieces.id, id)))[0];
/** Runs with a transaction of the system. */
const asSystem = <T>(run: Parameters<typeof withActor<T>>[1]) => withActor(system('test'), run);
/** Holds a piece for an order. */
export const hold = (id: string, orderId = newId('order')) =>
  asSystem((context) => lockPiece(context, id, orderId));
/** What becomes of the piece that an order holds or used. */
export const move = (id: string, event: 'use' | 'release' | 'giveBack') =>
  asSystem((context) => movePiece(context, id, event, 'od_test'));
/** Days from now, as the demo's clock has it, until the work is done. */
export async function later<T>(days: number, work: () => Promise<T>): Promise<T> {
  const seconds = days * 86_400;
  await getDatabase()
    .insert(clockOffset)
    .values({ id: 1, seconds })
    .onConflictDoUpdate({ target: clockOffset.id, set: { seconds } });
  try {
    return await work();
  } finally {
    await getDatabase().update(clockOffset).set({ seconds: 0 });
  }
}
/** A merchant with something on sale, and a way to issue batches of it. */
export async function voucherScene() {
  const merchant = await createMerchant();
  const sold = await makeSold(merchant, 100_000n);
  const issue = (values: Record<string, unknown> = {}) =>
    issueVoucher(merchant.owner, sold.productId, values);
  return { merchant, sold, issue };
}
