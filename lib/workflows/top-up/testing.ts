import { eq } from 'drizzle-orm';
import { getDatabase } from '@/db/client';
import { makeFile } from '@/db/factories/order';
import { clockOffset, topUps } from '@/db/schema';
import { DomainError } from '@/lib/errors';
import { newId } from '@/lib/ids';

/** What a command was refused with, or `done`. */
export const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
      return error.detail.key ?? Object.values(error.detail.fields ?? {})[0]?.key ?? error.code;
    },
  );
/** The form of a transfer, with a slip. */
export const form = async (buyer: { accountId: string }, values: Record<string, unknown> = {}) => ({
  requestKey: newId('view'),
  amount: '1,234.50',
  payerName: '上海恒通物流有限公司',
  slipFileId: (await makeFile(buyer, { purpose: 'bankSlip', name: '电子回单.pdf' })).id,
  ...values,
});
/** What finance reads on the bank's statement. */
export const bankLine = (amount = '1234.50') => ({
  amount,
  bankReference: newId('view').toUpperCase(),
});
/** The row as it stands. */
export const rowOf = async (id: string) =>
  (await getDatabase().select().from(topUps).where(eq(topUps.id, id)))[0];
/** Moves the house's clock. */
export const clock = async (seconds: number) => {
  await getDatabase()
    .insert(clockOffset)
    .values({ id: 1, seconds })
    .onConflictDoUpdate({ target: clockOffset.id, set: { seconds } });
};
