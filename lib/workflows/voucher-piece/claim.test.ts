import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { getDatabase } from '@/db/client';
import { accounts, voucherPieces, voucherStocks } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { newId } from '@/lib/ids';
import { createBuyer } from '@/lib/testing/actors';
import { listOffers } from '@/lib/workflows/voucher/offer-queries';
import { claimVoucher } from './commands';
import { later, refusal, voucherScene } from './testing';

const { merchant, sold, issue } = await voucherScene();

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
