import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { getDatabase } from '@/db/client';
import { makeSold } from '@/db/factories/order';
import { issueVoucher } from '@/db/factories/voucher';
import { evidence, products, skus, voucherPieces } from '@/db/schema';
import type { Member } from '@/lib/auth/actor';
import { createBuyer, createMerchant, limitedMember } from '@/lib/testing/actors';
import { endVouchers, invalidateVouchers } from '@/lib/worker/handlers/vouchers';
import { delistSku } from '@/lib/workflows/product/commands';
import { claimVoucher } from '@/lib/workflows/voucher-piece/commands';
import { voidVoucher } from './commands';
import { getVoucher } from './queries';
import { refusal, stateOf } from './testing';

let merchant: { merchantId: string; owner: Member };
let sold: Awaited<ReturnType<typeof makeSold>>;

beforeAll(async () => {
  merchant = await createMerchant();
  sold = await makeSold(merchant, 100_000n);
});

describe('ending a batch', () => {
  test('voids unused pieces by a job and tells their owners; strangers see nothing', async () => {
    const row = await issueVoucher(merchant.owner, sold.productId);
    const buyer = await createBuyer();
    const piece = await claimVoucher(buyer, { voucherId: row.id });
    const other = (await createMerchant()).owner;
    expect(await refusal(voidVoucher(other, row.id))).toBe('notFound');
    expect(
      await refusal(voidVoucher(limitedMember(merchant.owner, ['voucher.read']), row.id)),
    ).toBe('forbidden');
    await voidVoucher(merchant.owner, row.id);
    await endVouchers({ voucherId: row.id });
    const [after] = await getDatabase()
      .select()
      .from(voucherPieces)
      .where(eq(voucherPieces.id, piece.id));
    expect(after).toMatchObject({ state: 'voided', dueAt: null });
    expect(await refusal(claimVoucher(await createBuyer(), { voucherId: row.id }))).toBe(
      'voucherPiece.error.claim.notOffered',
    );
    expect(await refusal(voidVoucher(merchant.owner, row.id))).toBe('wrongState');
  });

  test('by the delisting of its whole scope: the last SKU with its billing mode', async () => {
    const made = await makeSold(merchant, 100_000n);
    await getDatabase()
      .insert(skus)
      .values({
        id: `${made.skuId}_m`,
        specId: made.specId,
        productId: made.productId,
        merchantId: merchant.merchantId,
        state: 'onSale',
        billing: 'month',
        attributes: [],
        key: 'month',
        price: 50_000n,
        taxType: 'service',
        position: 2,
        createdAt: new Date(),
        updatedAt: new Date(),
      });
    const once = await issueVoucher(merchant.owner, made.productId);
    const monthly = await issueVoucher(merchant.owner, made.productId, { billing: 'month' });
    await delistSku(merchant.owner, made.productId, { skuId: made.skuId, confirm: 'delist' });
    await invalidateVouchers({ productId: made.productId });
    expect(await stateOf(once.id)).toBe('invalid');
    expect(await stateOf(monthly.id)).toBe('active');
    const [log] = await getDatabase()
      .select()
      .from(evidence)
      .where(eq(evidence.stream, `voucher:${once.id}`))
      .orderBy(evidence.seq)
      .offset(2);
    expect(log).toMatchObject({ event: 'invalidate', toState: 'invalid' });
  });

  test('when the product becomes a joint one', async () => {
    const made = await makeSold(merchant, 100_000n);
    const row = await issueVoucher(merchant.owner, made.productId);
    await getDatabase()
      .update(products)
      .set({ class: 'joint' })
      .where(eq(products.id, made.productId));
    await invalidateVouchers({ productId: made.productId });
    expect((await getVoucher(merchant.owner, row.id))?.voucher).toMatchObject({
      state: 'invalid',
      reason: 'classChanged',
    });
  });
});
