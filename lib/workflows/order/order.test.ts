import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { getDatabase } from '@/db/client';
import { makeSold, setProductState, wanted } from '@/db/factories/order';
import { evidence } from '@/db/schema';
import { type Actor, type Member, system } from '@/lib/auth/actor';
import { getBalance } from '@/lib/money/balance';
import { guaranteeOf, payableTo, platformFee } from '@/lib/money/ledger';
import { createBuyer, createMerchant, limitedMember } from '@/lib/testing/actors';
import { refusalOf } from '@/lib/testing/refusal';
import { completeOrder, payOrder, placeOrder } from './commands';
import { countOrders, getOrder, listOrders, orderFilters } from './queries';
import { derived, orderOf, richBuyer } from './testing';

let merchant: { merchantId: string; owner: Member };
let sold: Awaited<ReturnType<typeof makeSold>>;

beforeAll(async () => {
  merchant = await createMerchant();
  sold = await makeSold(merchant, 100_001n);
});

describe('paying', () => {
  test('moves the amount from the balance to the guarantee, once', async () => {
    const buyer = await richBuyer(300_000n);
    const before = await derived(guaranteeOf(merchant.merchantId));
    const { id } = await placeOrder(buyer, wanted(sold));
    const paid = await payOrder(buyer, id);
    expect(paid).toMatchObject({ state: 'processing', dueAt: null });
    expect(paid.paidAt).not.toBeNull();
    expect(await getBalance(buyer)).toBe(199_999n);
    expect((await derived(guaranteeOf(merchant.merchantId))) - before).toBe(100_001n);
    expect(await refusalOf(payOrder(buyer, id))).toBe('wrongState');
  });

  test('of two payments at once, one wins and money moves once', async () => {
    const buyer = await richBuyer(1_000_000n);
    const { id } = await placeOrder(buyer, wanted(sold));
    const results = await Promise.all([
      refusalOf(payOrder(buyer, id)),
      refusalOf(payOrder(buyer, id)),
    ]);
    expect(results.sort()).toEqual(['done', 'wrongState']);
    expect(await getBalance(buyer)).toBe(899_999n);
  });

  test('two orders at once with money for one pays one and refuses the other', async () => {
    const buyer = await richBuyer(150_000n);
    const ids = [
      (await placeOrder(buyer, wanted(sold))).id,
      (await placeOrder(buyer, wanted(sold))).id,
    ];
    const results = await Promise.all(ids.map((id) => refusalOf(payOrder(buyer, id))));
    expect(results.sort()).toEqual(['done', 'order.error.pay.balanceTooLow']);
    expect(await getBalance(buyer)).toBe(49_999n);
  });

  test('is for the buyer alone: strangers, merchant and staff cannot', async () => {
    const buyer = await richBuyer();
    const { id } = await placeOrder(buyer, wanted(sold));
    expect(await refusalOf(payOrder(await richBuyer(), id))).toBe('notFound');
    expect(await refusalOf(payOrder(merchant.owner, id))).toBe('forbidden');
    const finance: Actor = { kind: 'operator', accountId: 'ac_x', roles: ['finance', 'admin'] };
    expect(await refusalOf(payOrder(finance, id))).toBe('forbidden');
    expect((await orderOf(id))?.state).toBe('pendingPayment');
  });

  test('what is no longer sold is refused', async () => {
    const made = await makeSold(merchant, 100n);
    const buyer = await richBuyer();
    const { id } = await placeOrder(buyer, wanted(made));
    await setProductState(made.productId, 'delisted');
    expect(await refusalOf(payOrder(buyer, id))).toBe('order.error.pay.noLongerSold');
  });

  test('what is frozen is refused with its own reason, and paid when it is sold again', async () => {
    const made = await makeSold(merchant, 100n);
    const buyer = await richBuyer();
    const { id } = await placeOrder(buyer, wanted(made));
    await setProductState(made.productId, 'frozen');
    expect((await getOrder(buyer, id))?.standing).toBe('frozen');
    expect(await refusalOf(payOrder(buyer, id))).toBe('order.error.pay.tradingFrozen');
    await setProductState(made.productId, 'onSale');
    expect((await getOrder(buyer, id))?.standing).toBe('onSale');
    expect(await refusalOf(payOrder(buyer, id))).toBe('done');
    expect((await getOrder(buyer, id))?.standing).toBeUndefined();
  });
});

describe('completing', () => {
  test('splits the guarantee at the frozen rate and explains itself', async () => {
    const made = await makeSold(merchant, 10_030n);
    const buyer = await richBuyer();
    const { id } = await placeOrder(buyer, wanted(made));
    await payOrder(buyer, id);
    const before = [await derived(payableTo(merchant.merchantId)), await derived(platformFee)];
    const done = await completeOrder(system('accepted'), id);
    // 5 % of 100.30 yuan is 5.015: half a fen rounds up, to the platform.
    expect(done).toMatchObject({ state: 'completed', fee: 502n, payable: 9528n });
    expect((await derived(payableTo(merchant.merchantId))) - (before[0] ?? 0n)).toBe(9528n);
    expect((await derived(platformFee)) - (before[1] ?? 0n)).toBe(502n);
    const log = await getDatabase().select().from(evidence).where(eq(evidence.subjectId, id));
    expect(log.find(({ event }) => event === 'complete')?.data).toMatchObject({
      amount: '10030',
      fee: '502',
      payable: '9528',
      lines: [{ feeRate: 500 }],
    });
    expect(await refusalOf(completeOrder(system('again'), id))).toBe('wrongState');
  });

  test('is for the platform alone, and only of a paid order', async () => {
    const buyer = await richBuyer();
    const { id } = await placeOrder(buyer, wanted(sold));
    expect(await refusalOf(completeOrder(system('early'), id))).toBe('wrongState');
    await payOrder(buyer, id);
    expect(await refusalOf(completeOrder(buyer, id))).toBe('forbidden');
    expect(await refusalOf(completeOrder(merchant.owner, id))).toBe('forbidden');
  });
});

describe('orders are seen', () => {
  test('by their buyer, their merchant within the product scope, and staff; by nobody else', async () => {
    const own = await createMerchant();
    const mine = await makeSold(own, 100n);
    const buyer = await richBuyer();
    const { id } = await placeOrder(buyer, wanted(mine));
    const staff: Actor = { kind: 'operator', accountId: 'ac_x', roles: ['reviewer'] };
    const scoped = limitedMember(own.owner, ['order.read'], [mine.productId]);
    for (const actor of [buyer, own.owner, scoped, staff]) {
      expect((await getOrder(actor, id))?.order.id).toBe(id);
      expect((await listOrders(actor, {})).rows.map((row) => row.id)).toContain(id);
    }
    const strangers: Actor[] = [
      await createBuyer(),
      merchant.owner,
      limitedMember(own.owner, ['order.read'], [sold.productId]),
      limitedMember(own.owner, [], null),
      { kind: 'visitor' },
    ];
    for (const actor of strangers) {
      expect(await getOrder(actor, id)).toBeUndefined();
      expect((await listOrders(actor, {})).rows.map((row) => row.id)).not.toContain(id);
    }
    expect(await countOrders({ kind: 'visitor' }, {})).toBe(0);
  });

  test('by number, customer, account, product, state and time', async () => {
    const own = await createMerchant();
    const mine = await makeSold(own, 100n, { product: { name: '数据库100%迁移' } });
    const buyer = await createBuyer({ realName: '王小明', name: 'wang_ming' });
    const { number } = await placeOrder(buyer, wanted(mine));
    await placeOrder(await createBuyer(), wanted(mine));
    const found = async (filters: Record<string, string>) =>
      (await listOrders(own.owner, orderFilters.parse(filters))).rows.map((row) => row.number);
    const alone: Record<string, string>[] = [
      { number },
      { customer: '小明' },
      { account: 'wang_m' },
      { q: '王小' },
      { q: number },
    ];
    for (const filters of alone) {
      expect(await found(filters), JSON.stringify(filters)).toEqual([number]);
    }
    expect(await found({ product: '100%迁' })).toHaveLength(2);
    expect(await found({ product: '1_0' })).toEqual([]);
    expect(await found({ state: 'cancelled' })).toEqual([]);
    expect(await found({ state: 'nonsense', from: 'x' })).toHaveLength(2);
    expect(await found({ to: '2020-01-01' })).toEqual([]);
    expect(await countOrders(own.owner, {})).toBe(2);
  });

  test('page by page, without gaps or repetitions', async () => {
    const own = await createMerchant();
    const mine = await makeSold(own, 100n);
    const buyer = await createBuyer();
    for (let i = 0; i < 5; i += 1) await placeOrder(buyer, wanted(mine));
    const seen: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await listOrders(own.owner, {}, after, 2);
      seen.push(...page.rows.map((row) => row.id));
      after = page.next;
      if (!after) break;
    }
    expect(new Set(seen).size).toBe(5);
    expect(seen).toEqual([...seen].sort().reverse());
  });
});
