import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { getDatabase } from '@/db/client';
import { fund, makeSold, wanted } from '@/db/factories/order';
import { issueVoucher } from '@/db/factories/voucher';
import { clockOffset, orderLines, orders, voucherPieces } from '@/db/schema';
import { type Member, system } from '@/lib/auth/actor';
import { fireDueDeadlines } from '@/lib/deadlines/fire-due';
import { fireIn } from '@/lib/engine/fire';
import { withActor } from '@/lib/engine/with-actor';
import { DomainError } from '@/lib/errors';
import { getBalance } from '@/lib/money/balance';
import { reconcile } from '@/lib/money/reconcile';
import { createBuyer, createMerchant, createOperator } from '@/lib/testing/actors';
import { invalidateOrders } from '@/lib/worker/handlers/invalidate-orders';
import { endVouchers, invalidateVouchers } from '@/lib/worker/handlers/vouchers';
import { delistProduct } from '@/lib/workflows/product/commands';
import { voidVoucher } from '@/lib/workflows/voucher/commands';
import { getVoucher } from '@/lib/workflows/voucher/queries';
import { claimVoucher, voucherPieceWorkflow } from '@/lib/workflows/voucher-piece/commands';
import { cancelOrder, completeOrder, orderWorkflow, payOrder, placeOrder } from './commands';
import { getQuote } from './quote';
import { merchantRatio } from './voucher';

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
/** A buyer with money and one voucher: 100 yuan off from 500, unless said otherwise. */
async function holder(values: Record<string, unknown> = {}, of = sold) {
  const batch = await issueVoucher(merchant.owner, of.productId, values);
  const buyer = await createBuyer();
  await fund(buyer, 1_000_000n);
  const piece = await claimVoucher(buyer, { voucherId: batch.id });
  return { batch, buyer, piece };
}
const form = (pieceId: string, of = sold) => wanted(of, { voucherPieceId: pieceId });
const pieceOf = async (id: string) =>
  (await getDatabase().select().from(voucherPieces).where(eq(voucherPieces.id, id)))[0];
const endWith = (
  event: 'cancel' | 'lapse' | 'invalidate' | 'refund',
  id: string,
  input: object = {},
) =>
  withActor(system('test'), (context) =>
    fireIn(context, system('test'), orderWorkflow, event, id, input),
  );
const balanced = async () =>
  expect((await reconcile(await createOperator('finance'))).differences).toEqual([]);

describe('an order with a voucher', () => {
  test('freezes what it takes off and who bears it, and holds the piece', async () => {
    const { buyer, piece } = await holder();
    const row = await placeOrder(buyer, form(piece.id));
    expect(row).toMatchObject({
      amount: 100_000n,
      voucherAmount: 10_000n,
      voucherPieceId: piece.id,
    });
    const [line] = await getDatabase()
      .select()
      .from(orderLines)
      .where(eq(orderLines.orderId, row.id));
    // 5 % of 1000 yuan is 50 yuan: half of the voucher, as the setting says.
    expect(line).toMatchObject({
      voucherPieceId: piece.id,
      voucherAmount: 10_000n,
      voucherMerchantRatio: 5000,
    });
    expect(row.rules.find(({ key }) => key === 'voucher.merchantRatio')?.value).toBe(5000);
    expect(await pieceOf(piece.id)).toMatchObject({ state: 'locked', orderId: row.id });
  });

  test('takes only the cash part from the balance, and settles to the fen', async () => {
    const { batch, buyer, piece } = await holder();
    const { id } = await placeOrder(buyer, form(piece.id));
    await payOrder(buyer, id);
    expect(await getBalance(buyer)).toBe(910_000n);
    expect((await pieceOf(piece.id))?.state).toBe('used');
    await balanced();
    const done = await completeOrder(system('accepted'), id);
    expect(done).toMatchObject({
      fee: 5000n,
      payable: 90_000n,
      voucherByMerchant: 5000n,
      voucherByPlatform: 5000n,
    });
    expect((await getVoucher(merchant.owner, batch.id))?.figures).toMatchObject({
      used: 1,
      orders: 1,
      amountUsed: 10_000n,
    });
    await balanced();
  });

  test('can be paid with less than the amount, and not with less than the cash', async () => {
    const { buyer, piece } = await holder();
    const poor = await createBuyer();
    await fund(poor, 89_999n);
    const own = await claimVoucher(poor, { voucherId: piece.voucherId });
    const { id } = await placeOrder(poor, form(own.id));
    expect(await refusal(payOrder(poor, id))).toBe('order.error.pay.balanceTooLow');
    await fund(poor, 1n);
    expect((await payOrder(poor, id)).state).toBe('processing');
    expect(await getBalance(poor)).toBe(0n);
    expect(await getBalance(buyer)).toBe(1_000_000n);
  });

  test.each(['cancel', 'lapse', 'invalidate'] as const)(
    'gives the piece free when it ends by %s',
    async (how) => {
      const { buyer, piece } = await holder();
      const { id } = await placeOrder(buyer, form(piece.id));
      if (how === 'cancel') await cancelOrder(buyer, id);
      else await endWith(how, id);
      expect(await pieceOf(piece.id)).toMatchObject({ state: 'claimed', orderId: null });
      const again = await placeOrder(buyer, form(piece.id));
      expect((await payOrder(buyer, again.id)).voucherAmount).toBe(10_000n);
    },
  );

  test('gets its voucher back by the one kind of refund only', async () => {
    for (const voucherBack of [true, false]) {
      const { buyer, piece } = await holder();
      const { id } = await placeOrder(buyer, form(piece.id));
      await payOrder(buyer, id);
      await endWith('refund', id, { amount: 90_000n, voucherBack });
      expect((await pieceOf(piece.id))?.state).toBe(voucherBack ? 'claimed' : 'used');
      expect(await getBalance(buyer)).toBe(1_000_000n);
    }
    await balanced();
  });

  test('of two checkouts with the same piece at once, one wins', async () => {
    const { buyer, piece } = await holder();
    const results = await Promise.all(
      Array.from({ length: 4 }, () => refusal(placeOrder(buyer, form(piece.id)))),
    );
    expect(results.sort()).toEqual(['done', ...Array(3).fill('voucherPiece.why.locked')]);
    const rows = await getDatabase()
      .select()
      .from(orders)
      .where(eq(orders.buyerId, buyer.accountId));
    expect(rows).toHaveLength(1);
  });

  test('submitted twice at once is one order, and the second answers the first', async () => {
    const { buyer, piece } = await holder();
    const same = form(piece.id);
    const both = await Promise.all([placeOrder(buyer, same), placeOrder(buyer, same)]);
    expect(both[0]?.id).toBe(both[1]?.id);
  });

  test('of paying and lapsing at once one wins, and the piece follows it', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { buyer, piece } = await holder();
      const { id } = await placeOrder(buyer, form(piece.id));
      const ends = await Promise.allSettled([payOrder(buyer, id), endWith('lapse', id)]);
      expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const paid = ends[0]?.status === 'fulfilled';
      expect((await pieceOf(piece.id))?.state).toBe(paid ? 'used' : 'claimed');
    }
    await balanced();
  });

  test('keeps a voucher that ends while the order waits, if it is paid in time', async () => {
    const { buyer, piece } = await holder({ endsOn: new Date().toISOString().slice(0, 10) }).catch(
      // Near midnight here and in Shanghai the day may be another one.
      () => holder(),
    );
    const { id } = await placeOrder(buyer, form(piece.id));
    await getDatabase()
      .insert(clockOffset)
      .values({ id: 1, seconds: 3 * 86_400 });
    try {
      await fireDueDeadlines([voucherPieceWorkflow]);
      expect((await pieceOf(piece.id))?.state).toBe('locked');
      expect((await payOrder(buyer, id)).state).toBe('processing');
    } finally {
      await getDatabase().delete(clockOffset);
    }
    expect((await pieceOf(piece.id))?.state).toBe('used');
  });

  test('keeps a voucher whose batch was voided meanwhile; one that is dropped is void', async () => {
    const kept = await holder();
    const dropped = await holder();
    const paid = await placeOrder(kept.buyer, form(kept.piece.id));
    const gone = await placeOrder(dropped.buyer, form(dropped.piece.id));
    for (const { batch } of [kept, dropped]) {
      await voidVoucher(merchant.owner, batch.id);
      await endVouchers({ voucherId: batch.id });
    }
    await payOrder(kept.buyer, paid.id);
    await cancelOrder(dropped.buyer, gone.id);
    expect((await pieceOf(kept.piece.id))?.state).toBe('used');
    expect((await pieceOf(dropped.piece.id))?.state).toBe('voided');
  });

  test('ends with its product, and the voucher becomes invalid', async () => {
    const made = await makeSold(merchant, 100_000n);
    const { buyer, piece, batch } = await holder({}, made);
    const { id } = await placeOrder(buyer, form(piece.id, made));
    await delistProduct(merchant.owner, made.productId, { confirm: 'delist' });
    await invalidateVouchers({ productId: made.productId });
    await endVouchers({ voucherId: batch.id });
    expect((await pieceOf(piece.id))?.state).toBe('locked');
    await invalidateOrders({ productId: made.productId });
    expect((await getDatabase().select().from(orders).where(eq(orders.id, id)))[0]?.state).toBe(
      'cancelled',
    );
    expect((await pieceOf(piece.id))?.state).toBe('invalid');
  });
});

describe('checkout', () => {
  test('lists what qualifies, and says of the others why not', async () => {
    const made = await makeSold(merchant, 40_000n);
    const buyer = await createBuyer();
    const batches: Record<string, Record<string, unknown>> = {
      usable: { amount: '50', threshold: '400' },
      larger: { amount: '80', threshold: '400' },
      belowThreshold: {},
      otherOrderType: { amount: '50', threshold: '400', orderType: 'renewal' },
      notStarted: { amount: '50', threshold: '400', startsOn: '2099-01-01', endsOn: '2099-02-01' },
    };
    const pieces: Record<string, string> = {};
    for (const [name, values] of Object.entries(batches)) {
      const batch = await issueVoucher(merchant.owner, made.productId, values);
      pieces[name] = (await claimVoucher(buyer, { voucherId: batch.id })).id;
    }
    const asked = { skuId: made.skuId, quantity: 1, periods: 1 };
    const quote = await getQuote(buyer, asked, pieces.usable);
    expect(quote).toMatchObject({ amount: 40_000n, toPay: 35_000n });
    expect(quote?.vouchers.slice(0, 2).map(({ piece }) => piece.id)).toEqual([
      pieces.larger,
      pieces.usable,
    ]);
    const why = new Map(quote?.vouchers.map(({ piece, complaint }) => [piece.id, complaint]));
    for (const name of ['belowThreshold', 'otherOrderType', 'notStarted']) {
      expect(why.get(pieces[name] ?? '')).toBe(name);
      const key = await refusal(placeOrder(buyer, form(pieces[name] ?? '', made)));
      expect(key).toBe(`voucherPiece.why.${name}`);
    }
    expect((await getQuote(buyer, asked, pieces.belowThreshold))?.toPay).toBe(40_000n);
    expect((await getQuote(await createBuyer(), asked, pieces.usable))?.toPay).toBe(40_000n);
  });

  test('refuses the voucher of somebody else, of another product, and one that is not there', async () => {
    const mine = await holder();
    const theirs = await holder();
    const other = await makeSold(merchant, 100_000n);
    const why = async (pieceId: string, of = sold) =>
      refusal(placeOrder(mine.buyer, form(pieceId, of)));
    expect(await why(theirs.piece.id)).toBe('voucherPiece.why.unknown');
    expect(await why('vp_none')).toBe('voucherPiece.why.unknown');
    expect(await why('x'.repeat(65))).toBe('invalid');
    expect(await why(mine.piece.id, other)).toBe('voucherPiece.why.otherProduct');
    expect((await pieceOf(theirs.piece.id))?.state).toBe('claimed');
  });
});

describe('the merchant’s part of a voucher', () => {
  const line = { class: 'general' as const, amount: 100_000n, feeRate: 500 };
  test.each([
    [5000, 10_000n, 5000],
    [0, 10_000n, 5000],
    [0, 1000n, 0],
    [8000, 10_000n, 8000],
    [5000, 99_900n, 9500],
  ])('with a share of %i of %s fen is %i', (share, voucherAmount, ratio) => {
    expect(merchantRatio(share, { ...line, voucherAmount })).toBe(ratio);
  });
  test('is all of it for joint products', () => {
    expect(merchantRatio(5000, { ...line, class: 'joint', voucherAmount: 100n })).toBe(10_000);
  });
});
