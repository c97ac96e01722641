import { eq, inArray, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { getDatabase } from '@/db/client';
import { makeSold } from '@/db/factories/order';
import { issueVoucher } from '@/db/factories/voucher';
import {
  accounts,
  clockOffset,
  outbox,
  rateLimits,
  voucherPieces,
  voucherStocks,
} from '@/db/schema';
import { type Actor, type Member, system } from '@/lib/auth/actor';
import { fireDueDeadlines } from '@/lib/deadlines/fire-due';
import { fire } from '@/lib/engine/fire';
import { withActor } from '@/lib/engine/with-actor';
import { DomainError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { createAccount, createBuyer, createMerchant, limitedMember } from '@/lib/testing/actors';
import { makeCodes, readCodes, voidVoucher } from '@/lib/workflows/voucher/commands';
import { listOffers } from '@/lib/workflows/voucher/offer-queries';
import { getVoucher } from '@/lib/workflows/voucher/queries';
import {
  activateCode,
  claimVoucher,
  giveToNamed,
  lockPiece,
  movePiece,
  voucherPieceWorkflow,
} from './commands';
import { countPieces, getPiece, listPieces } from './queries';

let merchant: { merchantId: string; owner: Member };
let sold: Awaited<ReturnType<typeof makeSold>>;

beforeAll(async () => {
  merchant = await createMerchant();
  sold = await makeSold(merchant, 100_000n);
});

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
      return error.detail.key ?? error.code;
    },
  );
const issue = (values: Record<string, unknown> = {}) =>
  issueVoucher(merchant.owner, sold.productId, values);
const rowOf = async (id: string) =>
  (await getDatabase().select().from(voucherPieces).where(eq(voucherPieces.id, id)))[0];
const asSystem = <T>(run: Parameters<typeof withActor<T>>[1]) => withActor(system('test'), run);
const hold = (id: string, orderId = newId('order')) =>
  asSystem((context) => lockPiece(context, id, orderId));
const move = (id: string, event: 'use' | 'release' | 'giveBack') =>
  asSystem((context) => movePiece(context, id, event, 'od_test'));
/** Days from now, as the demo's clock has it, until the work is done. */
async function later<T>(days: number, work: () => Promise<T>): Promise<T> {
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

describe('claiming', () => {
  test('gives a signed-in customer one piece with the batch’s terms', async () => {
    const batch = await issue();
    const buyer = await createBuyer({ name: '王芳' });
    const piece = await claimVoucher(buyer, { voucherId: batch.id });
    expect(piece).toMatchObject({
      state: 'claimed',
      buyerId: buyer.accountId,
      merchantId: merchant.merchantId,
      accountName: '王芳',
      amount: 10_000n,
      source: 'claim',
      endsAt: batch.endsAt,
    });
    expect(
      (await listOffers(buyer, sold.productId)).find((one) => one.batch.id === batch.id),
    ).toMatchObject({ left: 9, mine: 1 });
  });

  test('stops at the limit per customer, two at once included', async () => {
    const batch = await issue({ perUser: '2' });
    const buyer = await createBuyer();
    const results = await Promise.all(
      Array.from({ length: 6 }, () => refusal(claimVoucher(buyer, { voucherId: batch.id }))),
    );
    expect(results.filter((one) => one === 'done')).toHaveLength(2);
    expect(new Set(results)).toEqual(new Set(['done', 'voucherPiece.error.claim.limitReached']));
  });

  test.each([
    ['that is not shown', { showOnPage: undefined }],
    ['for named customers', { distribution: 'named', showOnPage: undefined }],
  ])('of a batch %s is refused', async (_, values) => {
    const batch = await issue(values);
    expect(await refusal(claimVoucher(await createBuyer(), { voucherId: batch.id }))).toBe(
      'voucherPiece.error.claim.notOffered',
    );
  });

  test('is for customers: not visitors, not the merchant’s own people, not after the end', async () => {
    const batch = await issue();
    const input = { voucherId: batch.id };
    expect(await refusal(claimVoucher({ kind: 'visitor' }, input))).toBe('forbidden');
    expect(await refusal(claimVoucher(merchant.owner, input))).toBe('forbidden');
    const own: Actor = { kind: 'buyer', accountId: merchant.owner.accountId };
    expect(await refusal(claimVoucher(own, input))).toBe('voucherPiece.error.claim.ownMerchant');
    expect(await refusal(claimVoucher(await createBuyer(), { voucherId: 'vo_none' }))).toBe(
      'voucherPiece.error.claim.notOffered',
    );
    expect(await refusal(claimVoucher(await createBuyer(), {}))).toBe('invalid');
    const late = await createBuyer();
    expect(await later(40, () => refusal(claimVoucher(late, input)))).toBe(
      'voucherPiece.error.claim.over',
    );
  });

  test('by a thousand customers at once gives out exactly a batch of one hundred', async () => {
    const batch = await issue({ quantity: '100' });
    const now = new Date();
    const ids = Array.from({ length: 1000 }, () => newId('account'));
    await getDatabase()
      .insert(accounts)
      .values(
        ids.map((id) => ({
          id,
          email: `${id}@example.test`,
          name: id.slice(-6),
          emailVerifiedAt: now,
          createdAt: now,
          updatedAt: now,
        })),
      );
    const results = await Promise.all(
      ids.map((accountId) =>
        refusal(claimVoucher({ kind: 'buyer', accountId }, { voucherId: batch.id })),
      ),
    );
    const count = (what: string) => results.filter((one) => one === what).length;
    expect(count('done')).toBe(100);
    expect(count('voucherPiece.error.claim.allGiven')).toBe(900);
    const pieces = await getDatabase()
      .select()
      .from(voucherPieces)
      .where(eq(voucherPieces.voucherId, batch.id));
    expect(pieces).toHaveLength(100);
    expect(new Set(pieces.map(({ buyerId }) => buyerId)).size).toBe(100);
    const [left] = await getDatabase()
      .select({ sum: sql<number>`sum(${voucherStocks.left})::int` })
      .from(voucherStocks)
      .where(eq(voucherStocks.voucherId, batch.id));
    expect(left?.sum).toBe(0);
  }, 60_000);

  test('waits for a piece that another may still let go', async () => {
    const batch = await issue({ quantity: '1' });
    const [first, second] = [await createBuyer(), await createBuyer()];
    let let_go = () => {};
    const gate = new Promise<void>((resolve) => {
      let_go = resolve;
    });
    const broken = getDatabase()
      .transaction(async (tx) => {
        await tx
          .update(voucherStocks)
          .set({ left: 0 })
          .where(eq(voucherStocks.voucherId, batch.id));
        await gate;
        throw new Error('rolled back');
      })
      .catch(() => 'rolled back');
    const waiting = refusal(claimVoucher(first, { voucherId: batch.id }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    let_go();
    const [end, claimed] = await Promise.all([broken, waiting]);
    expect([end, claimed]).toEqual(['rolled back', 'done']);
    expect(await refusal(claimVoucher(second, { voucherId: batch.id }))).toBe(
      'voucherPiece.error.claim.allGiven',
    );
  });
});

describe('an activation code', () => {
  const codesOf = async (count: number, values: Record<string, unknown> = {}) => {
    const batch = await issue({ showOnPage: undefined, ...values });
    await makeCodes(merchant.owner, batch.id, { count });
    const setId = (await getVoucher(merchant.owner, batch.id))?.codeSets[0]?.id ?? '';
    return { batch, ...(await readCodes(merchant.owner, setId)) };
  };

  test('gives one piece, once, however it is typed; of two at once one wins', async () => {
    const { codes } = await codesOf(2);
    const [first = '', second = ''] = codes;
    const buyer = await createBuyer();
    const typed = ` ${first.toLowerCase().replaceAll('-', ' ')} `;
    expect(await activateCode(buyer, { code: typed })).toMatchObject({
      state: 'claimed',
      source: 'code',
      buyerId: buyer.accountId,
    });
    const other = await createBuyer();
    expect(await refusal(activateCode(other, { code: first }))).toBe(
      'voucherPiece.error.activate.codeUsed',
    );
    const rivals = [await createBuyer(), await createBuyer(), other];
    const results = await Promise.all(
      rivals.map((one) => refusal(activateCode(one, { code: second }))),
    );
    expect(results.sort()).toEqual([
      'done',
      'voucherPiece.error.activate.codeUsed',
      'voucherPiece.error.activate.codeUsed',
    ]);
  });

  test('that is wrong is refused, and tries are counted', async () => {
    const buyer = await createBuyer();
    for (const code of ['AAAA-AAAA-AAAA-AAAA', 'short', '￥￥￥￥￥￥￥￥￥￥￥￥￥￥￥￥']) {
      expect(await refusal(activateCode(buyer, { code }))).toBe(
        'voucherPiece.error.activate.codeUnknown',
      );
    }
    expect(await refusal(activateCode(buyer, { code: '' }))).toBe('invalid');
    for (let at = 0; at < 6; at += 1) await refusal(activateCode(buyer, { code: 'x' }));
    expect(await refusal(activateCode(buyer, { code: 'x' }))).toBe('account.error.limited');
    await getDatabase().delete(rateLimits);
  });

  test('keeps the limit per customer, and ends with its batch', async () => {
    const { batch, codes } = await codesOf(3);
    const buyer = await createBuyer();
    await activateCode(buyer, { code: codes[0] });
    expect(await refusal(activateCode(buyer, { code: codes[1] }))).toBe(
      'voucherPiece.error.activate.limitReached',
    );
    await voidVoucher(merchant.owner, batch.id);
    expect(await refusal(activateCode(await createBuyer(), { code: codes[2] }))).toBe(
      'voucherPiece.error.activate.batchEnded',
    );
  });
});

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
      await fireDueDeadlines([voucherPieceWorkflow as never]);
      expect((await rowOf(paid.piece.id))?.state).toBe('locked');
      await move(paid.piece.id, 'use');
      await move(dropped.piece.id, 'release');
    });
    expect((await rowOf(paid.piece.id))?.state).toBe('used');
    expect((await rowOf(dropped.piece.id))?.state).toBe('expired');
  });

  test('is reminded of once and expires with its last day', async () => {
    const { piece } = await claimed();
    await later(28, () => fireDueDeadlines([voucherPieceWorkflow as never]));
    const notices = await getDatabase().select().from(outbox).where(eq(outbox.subjectId, piece.id));
    expect(notices.map(({ event, audience }) => [event, audience])).toEqual([['remind', 'buyer']]);
    expect((await rowOf(piece.id))?.state).toBe('claimed');
    await later(31, () => fireDueDeadlines([voucherPieceWorkflow as never]));
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
      expect(
        await refusal(fire(actor, voucherPieceWorkflow as never, 'use' as never, piece.id)),
      ).toBe('forbidden');
    }
    expect(await refusal(move(piece.id, 'use'))).toBe('wrongState');
    expect(await refusal(move(piece.id, 'giveBack'))).toBe('wrongState');
    const active = fire(
      system('test'),
      voucherPieceWorkflow as never,
      'endWithBatch' as never,
      piece.id,
    );
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
