import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { getDatabase } from '@/db/client';
import { makeSold, reprice, wanted } from '@/db/factories/order';
import { clockOffset } from '@/db/schema';
import { type Member, system } from '@/lib/auth/actor';
import { fireDueDeadlines } from '@/lib/deadlines/fire-due';
import { withActor } from '@/lib/engine/with-actor';
import { getBalance } from '@/lib/money/balance';
import { createBuyer, createMerchant } from '@/lib/testing/actors';
import { refusalOf } from '@/lib/testing/refusal';
import { invalidateOrders } from '@/lib/worker/handlers/invalidate-orders';
import { delistSpec } from '@/lib/workflows/product/commands';
import {
  cancelOrder,
  cancelOrders,
  invalidateUnpaidOrders,
  orderWorkflow,
  payOrder,
  placeOrder,
} from './commands';
import { orderOf, richBuyer, stockOf, withStock } from './testing';

let merchant: { merchantId: string; owner: Member };
let sold: Awaited<ReturnType<typeof makeSold>>;

beforeAll(async () => {
  merchant = await createMerchant();
  sold = await makeSold(merchant, 100_001n);
});

describe('an unpaid order', () => {
  test('cancelled by its buyer gives its stock back', async () => {
    const made = await withStock(merchant, 1);
    const buyer = await createBuyer();
    const { id } = await placeOrder(buyer, wanted(made));
    expect((await stockOf(made.specId))?.consumed).toBe(1);
    const row = await cancelOrder(buyer, id);
    expect(row).toMatchObject({ state: 'cancelled', cancelReason: 'buyer' });
    expect((await stockOf(made.specId))?.consumed).toBe(0);
    expect(await refusalOf(cancelOrder(buyer, id))).toBe('wrongState');
  });

  test('is paid or cancelled, never both, when both come at once', async () => {
    const made = await withStock(merchant, 1, 100n);
    const buyer = await richBuyer(100n);
    const { id } = await placeOrder(buyer, wanted(made));
    const results = await Promise.all([
      refusalOf(payOrder(buyer, id)),
      refusalOf(cancelOrder(buyer, id)),
    ]);
    expect(results.sort()).toEqual(['done', 'wrongState']);
    const paid = (await orderOf(id))?.state === 'processing';
    expect(await getBalance(buyer)).toBe(paid ? 0n : 100n);
    expect((await stockOf(made.specId))?.consumed).toBe(paid ? 1 : 0);
  });

  test('several are cancelled each on its own, at most thirty at once', async () => {
    const buyer = await richBuyer();
    const ids = [];
    for (let i = 0; i < 3; i += 1) ids.push((await placeOrder(buyer, wanted(sold))).id);
    await payOrder(buyer, ids[0] as string);
    expect(await cancelOrders(buyer, [...ids, 'od_nothing'])).toEqual({
      cancelled: ids.slice(1),
      kept: [
        { id: ids[0], code: 'wrongState' },
        { id: 'od_nothing', code: 'notFound' },
      ],
    });
    const many = Array.from({ length: 31 }, (_, i) => `od_${i}`);
    expect(await refusalOf(cancelOrders(buyer, many))).toBe('order.error.cancel.tooMany');
  });

  test('lapses at its pay-by time, and can no longer be paid from that moment', async () => {
    const made = await withStock(merchant, 1, 100n);
    const buyer = await richBuyer(100n);
    const { id } = await placeOrder(buyer, wanted(made));
    await getDatabase()
      .insert(clockOffset)
      .values({ id: 1, seconds: 7 * 86_400 + 1 })
      .onConflictDoUpdate({ target: clockOffset.id, set: { seconds: 7 * 86_400 + 1 } });
    try {
      expect(await refusalOf(payOrder(buyer, id))).toBe('order.error.pay.tooLate');
      const results = await Promise.all([
        fireDueDeadlines([orderWorkflow as never]),
        refusalOf(payOrder(buyer, id)),
      ]);
      expect(results[1]).toMatch(/tooLate|wrongState/);
    } finally {
      await getDatabase().update(clockOffset).set({ seconds: 0 });
    }
    expect(await orderOf(id)).toMatchObject({ state: 'cancelled', cancelReason: 'lapsed' });
    expect((await stockOf(made.specId))?.consumed).toBe(0);
    expect(await getBalance(buyer)).toBe(100n);
  });

  test('ends when its specification or product is delisted; a paid one stays', async () => {
    const made = await makeSold(merchant, 100n);
    const buyer = await richBuyer();
    const paid = await placeOrder(buyer, wanted(made));
    await payOrder(buyer, paid.id);
    const unpaid = await placeOrder(buyer, wanted(made));
    const other = await placeOrder(buyer, wanted(sold));
    const ended = await withActor(system('delist'), (context) =>
      invalidateUnpaidOrders(context, { specId: made.specId }),
    );
    expect(ended).toBe(1);
    expect(await orderOf(unpaid.id)).toMatchObject({
      state: 'cancelled',
      cancelReason: 'delisted',
    });
    expect((await orderOf(paid.id))?.state).toBe('processing');
    expect((await orderOf(other.id))?.state).toBe('pendingPayment');
  });

  test('ends when what it costs has changed, and stands when only other things have', async () => {
    const made = await makeSold(merchant, 100n);
    const buyer = await richBuyer();
    const { id } = await placeOrder(buyer, wanted(made));
    const change = () => invalidateOrders({ skuIds: [made.skuId], changed: true });
    await change();
    expect((await orderOf(id))?.state).toBe('pendingPayment');
    await reprice(made.skuId, 120n);
    await change();
    expect(await orderOf(id)).toMatchObject({ state: 'cancelled', cancelReason: 'changed' });
    expect(await getBalance(buyer)).toBe(1_000_000n);
  });
});

describe('delisting a specification', () => {
  test('asks for the end of its unpaid orders in the same transaction', async () => {
    const made = await makeSold(merchant, 100n);
    const buyer = await createBuyer();
    const { id } = await placeOrder(buyer, wanted(made));
    const input = { specId: made.specId, confirm: 'delist' };
    await delistSpec(merchant.owner, made.productId, input);
    const jobs = await getDatabase().execute<{ payload: { skuIds: string[] } }>(sql`
      select j.payload from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'invalidate-orders'`);
    const job = jobs.find(({ payload }) => payload.skuIds.includes(made.skuId));
    await invalidateOrders(job?.payload ?? {});
    expect(await orderOf(id)).toMatchObject({ state: 'cancelled', cancelReason: 'delisted' });
  });
});
