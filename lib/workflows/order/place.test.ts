import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { getDatabase } from '@/db/client';
import { makeSold, reprice, wanted } from '@/db/factories/order';
import { agreementSignatures, evidence, orderLines, outbox } from '@/db/schema';
import type { Actor, Member } from '@/lib/auth/actor';
import { createAccount, createBuyer, createMerchant } from '@/lib/testing/actors';
import { refusalOf } from '@/lib/testing/refusal';
import { placeOrder } from './commands';
import { getOrder, listOrders } from './queries';
import { getQuote } from './quote';
import { richBuyer, stockOf, withStock } from './testing';

let merchant: { merchantId: string; owner: Member };
let sold: Awaited<ReturnType<typeof makeSold>>;

beforeAll(async () => {
  merchant = await createMerchant();
  sold = await makeSold(merchant, 100_001n);
});

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
    const form = wanted(await withStock(merchant, 10));
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
    expect(await refusalOf(placeOrder(nameless, wanted(sold)))).toBe(
      'order.error.open.realNameMissing',
    );
    const owner: Actor = { kind: 'buyer', accountId: merchant.owner.accountId };
    expect(await refusalOf(placeOrder(owner, wanted(sold)))).toBe('order.error.open.ownMerchant');
    expect(await refusalOf(placeOrder(merchant.owner, wanted(sold)))).toBe('forbidden');
    expect(await refusalOf(placeOrder({ kind: 'visitor' }, wanted(sold)))).toBe('forbidden');
  });

  test('tells a price or an agreement that changed meanwhile instead of charging it', async () => {
    const buyer = await richBuyer();
    const error = await placeOrder(buyer, wanted(sold, { shownAmount: '99' })).catch((e) => e);
    expect(error.detail).toMatchObject({
      key: 'order.error.open.priceChanged',
      params: { was: 99n, now: 100_001n },
    });
    expect(await refusalOf(placeOrder(buyer, wanted(sold, { shownAgreement: 'old' })))).toBe(
      'order.error.open.agreementChanged',
    );
    expect((await listOrders(buyer, {})).rows).toEqual([]);
  });

  test.each([
    ['frozen', 'product.error.buy.frozen'],
    ['delisted', 'product.error.buy.notOnSale'],
  ] as const)('of a %s product is refused', async (state, key) => {
    const made = await makeSold(merchant, 100n, { product: { state } });
    expect(await refusalOf(placeOrder(await richBuyer(), wanted(made)))).toBe(key);
  });

  test.each(['0', '-1', '1.5', 'x', '99999999999', undefined])(
    'of %s pieces is refused',
    async (quantity) => {
      expect(await refusalOf(placeOrder(await richBuyer(), wanted(sold, { quantity })))).toMatch(
        /invalid|notOffered/,
      );
    },
  );

  test('by twenty buyers at once sells a stock of five five times', async () => {
    const made = await withStock(merchant, 5);
    const buyers = await Promise.all(Array.from({ length: 20 }, () => createBuyer()));
    const results = await Promise.all(
      buyers.map((buyer) => refusalOf(placeOrder(buyer, wanted(made)))),
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
