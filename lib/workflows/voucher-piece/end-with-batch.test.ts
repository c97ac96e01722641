import { and, asc, eq, inArray } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { getDatabase } from '@/db/client';
import { makeSold } from '@/db/factories/order';
import { issueVoucher } from '@/db/factories/voucher';
import { deadlines, evidence, outbox, voucherPieces } from '@/db/schema';
import { verifyLog } from '@/lib/audit/verify-log';
import { type Actor, type Member, system } from '@/lib/auth/actor';
import { fireMany } from '@/lib/engine/fire-many';
import { withActor } from '@/lib/engine/with-actor';
import { createBuyer, createMerchant } from '@/lib/testing/actors';
import { endVouchers } from '@/lib/worker/handlers/vouchers';
import { voidVoucher } from '@/lib/workflows/voucher/commands';
import { claimVoucher, endPieces, lockPiece, voucherPieceWorkflow } from './commands';

let merchant: { merchantId: string; owner: Member };
let sold: Awaited<ReturnType<typeof makeSold>>;

beforeAll(async () => {
  merchant = await createMerchant();
  sold = await makeSold(merchant, 100_000n);
});

/** A batch with this many pieces in customers' hands; answers its id and theirs. */
async function claimed(pieces: number): Promise<{ voucherId: string; ids: string[] }> {
  const quantity = String(pieces);
  const batch = await issueVoucher(merchant.owner, sold.productId, { quantity, perUser: quantity });
  const buyer = await createBuyer();
  const ids: string[] = [];
  for (let at = 0; at < pieces; at += 1)
    ids.push((await claimVoucher(buyer, { voucherId: batch.id })).id);
  return { voucherId: batch.id, ids };
}

const statesOf = async (ids: readonly string[]) =>
  (
    await getDatabase()
      .select({ state: voucherPieces.state })
      .from(voucherPieces)
      .where(inArray(voucherPieces.id, [...ids]))
      .orderBy(asc(voucherPieces.id))
  ).map(({ state }) => state);
const lastOf = (ids: readonly string[]) =>
  getDatabase()
    .select()
    .from(evidence)
    .where(and(inArray(evidence.subjectId, [...ids]), eq(evidence.event, 'endWithBatch')));

describe('ending the pieces of a batch', () => {
  test('leaves for each what ending it alone leaves: state, evidence, a notice, nothing due', async () => {
    const { voucherId, ids } = await claimed(5);
    const [held] = ids;
    await withActor(system('test'), (context) => lockPiece(context, held ?? '', 'od_held'));
    await voidVoucher(merchant.owner, voucherId);
    await endVouchers({ voucherId });
    expect(await statesOf(ids)).toEqual(['locked', 'voided', 'voided', 'voided', 'voided']);
    const records = await lastOf(ids);
    expect(records).toHaveLength(4);
    for (const record of records)
      expect(record).toMatchObject({ fromState: 'claimed', toState: 'voided', seq: 2 });
    const told = await getDatabase()
      .select()
      .from(outbox)
      .where(and(inArray(outbox.subjectId, ids), eq(outbox.event, 'endWithBatch')));
    expect(told.map(({ evidenceId }) => evidenceId).sort()).toEqual(
      records.map(({ id }) => id).sort(),
    );
    const due = await getDatabase()
      .select()
      .from(deadlines)
      .where(and(inArray(deadlines.subjectId, ids), eq(deadlines.status, 'pending')));
    expect(due).toEqual([]);
    expect((await verifyLog()).broken).toBeUndefined();
  });

  test('goes round by round, and two at once end none twice', async () => {
    const { voucherId, ids } = await claimed(5);
    expect(await endPieces(voucherId, 2)).toBe(false);
    expect(await lastOf(ids)).toEqual([]);
    await voidVoucher(merchant.owner, voucherId);
    expect(await endPieces(voucherId, 2)).toBe(true);
    expect(await lastOf(ids)).toHaveLength(2);
    await Promise.all([endPieces(voucherId, 3), endPieces(voucherId, 3)]);
    expect(await lastOf(ids)).toHaveLength(5);
    expect(await endPieces(voucherId, 2)).toBe(false);
    expect((await verifyLog()).broken).toBeUndefined();
  });

  test('is the platform’s alone, and nothing that does more than move', async () => {
    const { voucherId, ids } = await claimed(1);
    const many = (actor: Actor, event: 'endWithBatch' | 'remind') =>
      withActor(actor, (context) =>
        fireMany(context, actor, voucherPieceWorkflow, event, ids, () =>
          Promise.resolve({ batch: { state: 'voided' } }),
        ),
      );
    expect(await many(merchant.owner, 'endWithBatch')).toBe(0);
    expect(await many((await createMerchant()).owner, 'endWithBatch')).toBe(0);
    await expect(many(system('test'), 'remind')).rejects.toThrow('more than a move');
    expect(await statesOf(ids)).toEqual(['claimed']);
    expect(await endPieces(voucherId)).toBe(false);
  });
});
