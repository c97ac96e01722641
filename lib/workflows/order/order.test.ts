import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { getDatabase } from '@/db/client';
import { fund, makeSold, reprice, setProductState, wanted } from '@/db/factories/order';
import {
  agreementSignatures,
  clockOffset,
  evidence,
  orderLines,
  orders,
  outbox,
  stocks,
} from '@/db/schema';
import { type Actor, type Member, system } from '@/lib/auth/actor';
import { fireDueDeadlines } from '@/lib/deadlines/fire-due';
import { withActor } from '@/lib/engine/with-actor';
import { DomainError } from '@/lib/errors';
import { getBalance } from '@/lib/money/balance';
import { derivedBalance, guaranteeOf, payableTo, platformFee } from '@/lib/money/ledger';
import { createAccount, createBuyer, createMerchant, limitedMember } from '@/lib/testing/actors';
import { invalidateOrders } from '@/lib/worker/handlers/invalidate-orders';
import { delistSpec } from '@/lib/workflows/product/commands';
import {
  cancelOrder,
  cancelOrders,
  completeOrder,
  invalidateUnpaidOrders,
  orderWorkflow,
  payOrder,
  placeOrder,
} from './commands';
import { countOrders, getOrder, listOrders, orderFilters } from './queries';
import { getQuote } from './quote';

type Buyer = Actor & { kind: 'buyer' };
let merchant: { merchantId: string; owner: Member };
let sold: Awaited<ReturnType<typeof makeSold>>;

beforeAll(async () => {
  merchant = await createMerchant();
  sold = await makeSold(merchant, 100_001n);
});

const richBuyer = async (amount = 1_000_000n): Promise<Buyer> => {
  const buyer = await createBuyer();
  await fund(buyer, amount);
  return buyer;
};
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
      return error.detail.key ?? error.code;
    },
  );
const derived = (account: { id: string }) =>
  withActor(system('test'), ({ tx }) => derivedBalance(tx, account));
const orderOf = async (id: string) =>
  (await getDatabase().select().from(orders).where(eq(orders.id, id)))[0];
const stockOf = async (specId: string) =>
  (await getDatabase().select().from(stocks).where(eq(stocks.specId, specId)))[0];
const withStock = async (total: number, price = 500n) => {
  const made = await makeSold(merchant, price);
  await getDatabase().insert(stocks).values({
    specId: made.specId,
    productId: made.productId,
    merchantId: merchant.merchantId,
    total,
    consumed: 0,
    updatedAt: new Date(),
  });
  return made;
};

describe('placing an order', () => {
  test('freezes names, price, fee, tax, agreement and who bought', async () => {
    const buyer = await richBuyer();
    const row = await placeOrder(buyer, wanted(sold));
    expect(row).toMatchObject({
      state: 'pendingPayment',
      amount: 100_001n,
      buyerId: buyer.accountId,
      merchantId: merchant.merchantId,
      customerName: '张三',
      agreementSha256: sold.agreement,
      buyerSnapshot: { realName: '张三', realNameKind: 'personal', phone: '13800000000' },
    });
    expect(row.number).toMatch(/^\d{14}$/);
    expect(row.payBy.getTime() - row.createdAt.getTime()).toBe(7 * 86_400_000);
    expect(row.dueAt).toEqual(row.payBy);
    const [line] = await getDatabase()
      .select()
      .from(orderLines)
      .where(eq(orderLines.orderId, row.id));
    expect(line).toMatchObject({
      id: `${row.id}-000001`,
      feeRate: 500,
      taxRate: 600,
      unitPrice: 100_001n,
      amount: 100_001n,
      flowVersion: 'v2',
    });
    await reprice(sold.skuId, 1n);
    expect((await getOrder(buyer, row.id))?.lines[0]?.amount).toBe(100_001n);
    await reprice(sold.skuId, sold.price);
  });

  test('signs the agreement, leaves evidence and tells both sides', async () => {
    const buyer = await richBuyer();
    const row = await placeOrder(buyer, wanted(sold));
    const [signature] = await getDatabase()
      .select()
      .from(agreementSignatures)
      .where(eq(agreementSignatures.accountId, buyer.accountId));
    expect(signature).toMatchObject({
      kind: 'productService',
      sha256: sold.agreement,
      subjectNoun: 'product',
      subjectId: sold.productId,
    });
    const log = await getDatabase().select().from(evidence).where(eq(evidence.subjectId, row.id));
    expect(log.map(({ event, toState }) => [event, toState])).toEqual([['open', 'pendingPayment']]);
    expect(log[0]?.files).toEqual([expect.objectContaining({ sha256: sold.agreement })]);
    const notices = await getDatabase().select().from(outbox).where(eq(outbox.subjectId, row.id));
    expect(notices.map(({ audience }) => audience).sort()).toEqual(['buyer', 'merchant']);
  });

  test('submitted twice makes one order, one after the other and at once', async () => {
    const buyer = await richBuyer();
    const form = wanted(await withStock(10));
    const first = await placeOrder(buyer, form);
    expect((await placeOrder(buyer, form)).id).toBe(first.id);
    const twice = wanted(sold);
    const both = await Promise.all([placeOrder(buyer, twice), placeOrder(buyer, twice)]);
    expect(both[0]?.id).toBe(both[1]?.id);
    expect((await listOrders(buyer, {})).rows).toHaveLength(2);
  });

  test('needs the tick, a real name and somebody else’s product', async () => {
    const buyer = await richBuyer();
    await expect(placeOrder(buyer, wanted(sold, { agreed: undefined }))).rejects.toMatchObject({
      code: 'invalid',
      detail: { fields: { agreed: { key: 'order.error.open.notAgreed' } } },
    });
    const nameless: Actor = { kind: 'buyer', accountId: await createAccount() };
    expect(await refusal(placeOrder(nameless, wanted(sold)))).toBe(
      'order.error.open.realNameMissing',
    );
    const owner: Actor = { kind: 'buyer', accountId: merchant.owner.accountId };
    expect(await refusal(placeOrder(owner, wanted(sold)))).toBe('order.error.open.ownMerchant');
    expect(await refusal(placeOrder(merchant.owner, wanted(sold)))).toBe('forbidden');
    expect(await refusal(placeOrder({ kind: 'visitor' }, wanted(sold)))).toBe('forbidden');
  });

  test('tells a price or an agreement that changed meanwhile instead of charging it', async () => {
    const buyer = await richBuyer();
    const error = await placeOrder(buyer, wanted(sold, { shownAmount: '99' })).catch((e) => e);
    expect(error.detail).toMatchObject({
      key: 'order.error.open.priceChanged',
      params: { was: 99n, now: 100_001n },
    });
    expect(await refusal(placeOrder(buyer, wanted(sold, { shownAgreement: 'old' })))).toBe(
      'order.error.open.agreementChanged',
    );
    expect((await listOrders(buyer, {})).rows).toEqual([]);
  });

  test.each([
    ['frozen', 'product.error.buy.frozen'],
    ['delisted', 'product.error.buy.notOnSale'],
  ] as const)('of a %s product is refused', async (state, key) => {
    const made = await makeSold(merchant, 100n, { product: { state } });
    expect(await refusal(placeOrder(await richBuyer(), wanted(made)))).toBe(key);
  });

  test.each(['0', '-1', '1.5', 'x', '99999999999', undefined])(
    'of %s pieces is refused',
    async (quantity) => {
      expect(await refusal(placeOrder(await richBuyer(), wanted(sold, { quantity })))).toMatch(
        /invalid|notOffered/,
      );
    },
  );

  test('by twenty buyers at once sells a stock of five five times', async () => {
    const made = await withStock(5);
    const buyers = await Promise.all(Array.from({ length: 20 }, () => createBuyer()));
    const results = await Promise.all(
      buyers.map((buyer) => refusal(placeOrder(buyer, wanted(made)))),
    );
    expect(results.filter((result) => result === 'done')).toHaveLength(5);
    expect(new Set(results)).toEqual(new Set(['done', 'product.error.buy.outOfStock']));
    expect((await stockOf(made.specId))?.consumed).toBe(5);
  });
});

describe('the quote', () => {
  test('says what stands against this buyer before anything is submitted', async () => {
    const buyer = await createBuyer();
    const asked = { skuId: sold.skuId, quantity: 1, periods: 1 };
    expect(await getQuote(buyer, asked)).toMatchObject({ amount: 100_001n, complaint: undefined });
    const owner: Actor = { kind: 'buyer', accountId: merchant.owner.accountId };
    expect((await getQuote(owner, asked))?.complaint).toBe('order.error.open.ownMerchant');
    const nameless: Actor = { kind: 'buyer', accountId: await createAccount() };
    expect((await getQuote(nameless, asked))?.complaint).toBe('order.error.open.realNameMissing');
    expect(await getQuote(buyer, { ...asked, quantity: 0 })).toBeUndefined();
    expect(await getQuote({ kind: 'visitor' }, asked)).toBeUndefined();
  });
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
    expect(await refusal(payOrder(buyer, id))).toBe('wrongState');
  });

  test('of two payments at once, one wins and money moves once', async () => {
    const buyer = await richBuyer(1_000_000n);
    const { id } = await placeOrder(buyer, wanted(sold));
    const results = await Promise.all([refusal(payOrder(buyer, id)), refusal(payOrder(buyer, id))]);
    expect(results.sort()).toEqual(['done', 'wrongState']);
    expect(await getBalance(buyer)).toBe(899_999n);
  });

  test('two orders at once with money for one pays one and refuses the other', async () => {
    const buyer = await richBuyer(150_000n);
    const ids = [
      (await placeOrder(buyer, wanted(sold))).id,
      (await placeOrder(buyer, wanted(sold))).id,
    ];
    const results = await Promise.all(ids.map((id) => refusal(payOrder(buyer, id))));
    expect(results.sort()).toEqual(['done', 'order.error.pay.balanceTooLow']);
    expect(await getBalance(buyer)).toBe(49_999n);
  });

  test('is for the buyer alone: strangers, merchant and staff cannot', async () => {
    const buyer = await richBuyer();
    const { id } = await placeOrder(buyer, wanted(sold));
    expect(await refusal(payOrder(await richBuyer(), id))).toBe('notFound');
    expect(await refusal(payOrder(merchant.owner, id))).toBe('forbidden');
    const finance: Actor = { kind: 'operator', accountId: 'ac_x', roles: ['finance', 'admin'] };
    expect(await refusal(payOrder(finance, id))).toBe('forbidden');
    expect((await orderOf(id))?.state).toBe('pendingPayment');
  });

  test('what is no longer sold is refused', async () => {
    const made = await makeSold(merchant, 100n);
    const buyer = await richBuyer();
    const { id } = await placeOrder(buyer, wanted(made));
    await setProductState(made.productId, 'delisted');
    expect(await refusal(payOrder(buyer, id))).toBe('order.error.pay.noLongerSold');
  });

  test('what is frozen is refused with its own reason, and paid when it is sold again', async () => {
    const made = await makeSold(merchant, 100n);
    const buyer = await richBuyer();
    const { id } = await placeOrder(buyer, wanted(made));
    await setProductState(made.productId, 'frozen');
    expect((await getOrder(buyer, id))?.standing).toBe('frozen');
    expect(await refusal(payOrder(buyer, id))).toBe('order.error.pay.tradingFrozen');
    await setProductState(made.productId, 'onSale');
    expect((await getOrder(buyer, id))?.standing).toBe('onSale');
    expect(await refusal(payOrder(buyer, id))).toBe('done');
    expect((await getOrder(buyer, id))?.standing).toBeUndefined();
  });
});

describe('an unpaid order', () => {
  test('cancelled by its buyer gives its stock back', async () => {
    const made = await withStock(1);
    const buyer = await createBuyer();
    const { id } = await placeOrder(buyer, wanted(made));
    expect((await stockOf(made.specId))?.consumed).toBe(1);
    const row = await cancelOrder(buyer, id);
    expect(row).toMatchObject({ state: 'cancelled', cancelReason: 'buyer' });
    expect((await stockOf(made.specId))?.consumed).toBe(0);
    expect(await refusal(cancelOrder(buyer, id))).toBe('wrongState');
  });

  test('is paid or cancelled, never both, when both come at once', async () => {
    const made = await withStock(1, 100n);
    const buyer = await richBuyer(100n);
    const { id } = await placeOrder(buyer, wanted(made));
    const results = await Promise.all([
      refusal(payOrder(buyer, id)),
      refusal(cancelOrder(buyer, id)),
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
    expect(await refusal(cancelOrders(buyer, many))).toBe('order.error.cancel.tooMany');
  });

  test('lapses at its pay-by time, and can no longer be paid from that moment', async () => {
    const made = await withStock(1, 100n);
    const buyer = await richBuyer(100n);
    const { id } = await placeOrder(buyer, wanted(made));
    await getDatabase()
      .insert(clockOffset)
      .values({ id: 1, seconds: 7 * 86_400 + 1 })
      .onConflictDoUpdate({ target: clockOffset.id, set: { seconds: 7 * 86_400 + 1 } });
    try {
      expect(await refusal(payOrder(buyer, id))).toBe('order.error.pay.tooLate');
      const results = await Promise.all([
        fireDueDeadlines([orderWorkflow as never]),
        refusal(payOrder(buyer, id)),
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
    expect(await refusal(completeOrder(system('again'), id))).toBe('wrongState');
  });

  test('is for the platform alone, and only of a paid order', async () => {
    const buyer = await richBuyer();
    const { id } = await placeOrder(buyer, wanted(sold));
    expect(await refusal(completeOrder(system('early'), id))).toBe('wrongState');
    await payOrder(buyer, id);
    expect(await refusal(completeOrder(buyer, id))).toBe('forbidden');
    expect(await refusal(completeOrder(merchant.owner, id))).toBe('forbidden');
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
