import { eq, inArray } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { getDatabase } from '@/db/client';
import { outbox, voucherPieces } from '@/db/schema';
import { system } from '@/lib/auth/actor';
import { fireDueDeadlines } from '@/lib/deadlines/fire-due';
import { fire } from '@/lib/engine/fire';
import { createAccount, createBuyer, createMerchant, limitedMember } from '@/lib/testing/actors';
import { voidVoucher } from '@/lib/workflows/voucher/commands';
import { claimVoucher, giveToNamed, voucherPieceWorkflow } from './commands';
import { countPieces, getPiece, listPieces } from './queries';
import { hold, later, move, refusal, rowOf, voucherScene } from './testing';

const { merchant, issue } = await voucherScene();

describe('a piece', () => {
  const claimed = async (values: Record<string, unknown> = {}) => {
    const batch = await issue(values);
    const buyer = await createBuyer();
    return { batch, buyer, piece: await claimVoucher(buyer, { voucherId: batch.id }) };
  };

  test('is held by one order, used, and given back', async () => {
    const { piece } = await claimed();
    const both = await Promise.allSettled([hold(piece.id), hold(piece.id)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await move(piece.id, 'use');
    expect((await rowOf(piece.id))?.usedAt).not.toBeNull();
    await move(piece.id, 'giveBack');
    expect(await rowOf(piece.id)).toMatchObject({ state: 'claimed', orderId: null, usedAt: null });
    expect((await rowOf(piece.id))?.returnedAt).not.toBeNull();
  });

  test('that an order holds outlives its date and is used; let go, it is expired', async () => {
    const paid = await claimed();
    const dropped = await claimed();
    await hold(paid.piece.id);
    await hold(dropped.piece.id);
    await later(40, async () => {
      await fireDueDeadlines([voucherPieceWorkflow]);
      expect((await rowOf(paid.piece.id))?.state).toBe('locked');
      await move(paid.piece.id, 'use');
      await move(dropped.piece.id, 'release');
    });
    expect((await rowOf(paid.piece.id))?.state).toBe('used');
    expect((await rowOf(dropped.piece.id))?.state).toBe('expired');
  });

  test('is due by its last day, not by the reminder before it', async () => {
    const { piece } = await claimed();
    expect(piece.dueAt).toEqual(piece.endsAt);
  });

  test('is reminded of once and expires with its last day', async () => {
    const { piece } = await claimed();
    await later(28, () => fireDueDeadlines([voucherPieceWorkflow]));
    const notices = await getDatabase().select().from(outbox).where(eq(outbox.subjectId, piece.id));
    expect(notices.map(({ event, audience }) => [event, audience])).toEqual([['remind', 'buyer']]);
    expect((await rowOf(piece.id))?.state).toBe('claimed');
    await later(31, () => fireDueDeadlines([voucherPieceWorkflow]));
    expect((await rowOf(piece.id))?.state).toBe('expired');
  });

  test('given back or let go after its batch was voided is void', async () => {
    const { batch, piece } = await claimed();
    await hold(piece.id);
    await voidVoucher(merchant.owner, batch.id);
    await move(piece.id, 'use');
    await move(piece.id, 'giveBack');
    expect((await rowOf(piece.id))?.state).toBe('voided');
  });

  test('of a batch that ended cannot be held any more', async () => {
    const { batch, piece } = await claimed();
    await voidVoucher(merchant.owner, batch.id);
    expect(await refusal(hold(piece.id))).toBe('voucherPiece.error.lock.batchEnded');
  });

  test('is moved by the platform alone, from the right state', async () => {
    const { buyer, piece } = await claimed();
    for (const actor of [buyer, merchant.owner]) {
      expect(await refusal(fire(actor, voucherPieceWorkflow, 'use', piece.id))).toBe('forbidden');
    }
    expect(await refusal(move(piece.id, 'use'))).toBe('wrongState');
    expect(await refusal(move(piece.id, 'giveBack'))).toBe('wrongState');
    const active = fire(system('test'), voucherPieceWorkflow, 'endWithBatch', piece.id);
    expect(await refusal(active)).toBe('voucherPiece.error.endWithBatch.batchActive');
  });

  test('is seen by its owner, its merchant in scope and staff, by nobody else', async () => {
    const { batch, buyer, piece } = await claimed();
    expect((await getPiece(buyer, piece.id))?.batch.name).toBe(batch.name);
    expect((await listPieces(buyer, {})).rows).toHaveLength(1);
    expect(await countPieces(merchant.owner, { voucher: batch.id })).toBe(1);
    expect(await getPiece(await createBuyer(), piece.id)).toBeUndefined();
    const stranger = (await createMerchant()).owner;
    expect(await countPieces(stranger, { voucher: batch.id })).toBe(0);
    const narrow = limitedMember(merchant.owner, ['voucherPiece.read'], ['pd_x']);
    expect(await countPieces(narrow, { voucher: batch.id })).toBe(0);
    expect(await countPieces(buyer, { show: 'ended' })).toBe(0);
  });
});

test('what nobody was named for gives nothing', async () => {
  const batch = await issue({ distribution: 'named', showOnPage: undefined });
  await createAccount();
  expect(await giveToNamed(batch.id)).toBe(0);
  expect(
    await getDatabase()
      .select()
      .from(voucherPieces)
      .where(inArray(voucherPieces.voucherId, [batch.id])),
  ).toEqual([]);
});
