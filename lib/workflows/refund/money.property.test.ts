import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { getDatabase } from '@/db/client';
import { fund, makeSold, wanted } from '@/db/factories/order';
import { agreement } from '@/db/factories/refund';
import { agreeRequirement, handIn, type Supervised } from '@/db/factories/supervision';
import { orderLines, orders, refunds, supervisions } from '@/db/schema';
import { type Actor, system } from '@/lib/auth/actor';
import { fire } from '@/lib/engine/fire';
import { DomainError } from '@/lib/errors';
import { fenToYuan } from '@/lib/i18n/format';
import { reconcile } from '@/lib/money/reconcile';
import { createBuyer, createMerchant, createOperator } from '@/lib/testing/actors';
import { payOrder, placeOrder } from '@/lib/workflows/order/commands';
import {
  acceptDelivery,
  openSupervision,
  supervisionWorkflow,
} from '@/lib/workflows/supervision/commands';
import {
  agreeRefund,
  endRefund,
  executeRefund,
  rejectRefund,
  requestRefund,
  withdrawRefund,
} from './commands';

const DEALS = 3;
/** Odd fen at an odd rate, so that rounding has something to lose. */
const PRICE = 77_777n;

let finance: Actor;
let merchant: Awaited<ReturnType<typeof createMerchant>>;

beforeAll(async () => {
  finance = await createOperator('finance');
  merchant = await createMerchant();
});

/** A delivered order, partly paid by a voucher of which the merchant bears a part. */
async function sell(voucher: bigint, ratio: number): Promise<Supervised> {
  const database = getDatabase();
  const sold = await makeSold(merchant, PRICE, { product: { feeRate: 333 } });
  const buyer = await createBuyer();
  const { id: orderId } = await placeOrder(buyer, wanted(sold));
  await database.update(orders).set({ voucherAmount: voucher }).where(eq(orders.id, orderId));
  await database
    .update(orderLines)
    .set({ voucherAmount: voucher, voucherMerchantRatio: ratio })
    .where(eq(orderLines.orderId, orderId));
  await fund(buyer, PRICE - voucher);
  await payOrder(buyer, orderId);
  await openSupervision(orderId);
  const [record] = await database
    .select()
    .from(supervisions)
    .where(eq(supervisions.orderId, orderId));
  if (!record) throw new Error('the record did not open');
  const made = { id: record.id, orderId, buyer, owner: merchant.owner, productId: sold.productId };
  await agreeRequirement(made);
  await handIn(made);
  return made;
}

type Verb =
  | 'request'
  | 'withdraw'
  | 'agree'
  | 'reject'
  | 'execute'
  | 'accept'
  | 'freeze'
  | 'resume'
  | 'end';
interface Step {
  verb: Verb;
  deal: number;
  /** Of the cash, in ten-thousandths. */
  share: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  verb: fc.constantFrom<Verb>(
    ...(['request', 'request', 'withdraw', 'agree', 'agree', 'reject', 'execute'] as const),
    ...(['execute', 'accept', 'freeze', 'resume', 'end'] as const),
  ),
  deal: fc.nat(DEALS - 1),
  share: fc.integer({ min: 1, max: 10_000 }),
});

/** Runs one step; a refusal is an answer, anything else that is thrown fails the test. */
async function run(deals: Supervised[], { verb, deal, share }: Step): Promise<void> {
  const made = deals[deal] as Supervised;
  const database = getDatabase();
  const [order] = await database.select().from(orders).where(eq(orders.id, made.orderId));
  const all = await database.select().from(refunds).where(eq(refunds.orderId, made.orderId));
  const latest = all.sort((a, b) => a.round - b.round).at(-1);
  const cash = PRICE - (order?.voucherAmount ?? 0n);
  const on = (event: string, input?: unknown) =>
    fire(system('appeal'), supervisionWorkflow as never, event as never, made.id, input);
  const amount = (cash * BigInt(share) + 9_999n) / 10_000n;
  const id = latest?.id ?? 'rf_none';
  const partial = (latest?.amount ?? 0n) < cash;
  const verbs: Record<Verb, () => Promise<unknown>> = {
    request: () =>
      requestRefund(made.buyer, {
        orderId: made.orderId,
        amount: fenToYuan(amount),
        reason: 'agreed',
      }),
    withdraw: () => withdrawRefund(made.buyer, id),
    agree: async () =>
      agreeRefund(made.owner, id, await agreement(made.owner, partial ? 'partial' : 'full')),
    reject: () => rejectRefund(made.owner, id, { opinion: '请继续。' }),
    execute: () => executeRefund(id),
    accept: () => acceptDelivery(made.buyer, made.id),
    freeze: () => on('freeze', { appealId: 'ap_test' }),
    resume: () => on('resume'),
    end: () => endRefund(made.orderId),
  };
  try {
    await verbs[verb]();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}

/** Nothing is created or lost; of an order that ended, every fen of the cash has one place. */
async function holds(deals: Supervised[]): Promise<void> {
  const result = await reconcile(finance);
  expect(result.differences).toEqual([]);
  expect(result.total).toBe(0n);
  for (const { orderId } of deals) {
    const [order] = await getDatabase().select().from(orders).where(eq(orders.id, orderId));
    const asked = await getDatabase().select().from(refunds).where(eq(refunds.orderId, orderId));
    const paidOut = asked.filter(({ state }) => state === 'refunded');
    expect(paidOut.length).toBeLessThanOrEqual(1);
    expect(order?.refunded).toBe(paidOut[0]?.amount ?? 0n);
    const open = asked.filter(({ state }) => state === 'awaitingMerchant' || state === 'refunding');
    expect(open.length).toBeLessThanOrEqual(1);
    if (order?.state !== 'completed') continue;
    const { amount, voucherAmount, refunded, payable, fee, voucherByPlatform } = order;
    expect(refunded + (payable ?? 0n) + (fee ?? 0n) - voucherByPlatform).toBe(
      amount - voucherAmount,
    );
  }
}

const whole: Step[][] = [
  [
    { verb: 'request', deal: 0, share: 10_000 },
    { verb: 'request', deal: 1, share: 3_333 },
  ],
  [
    { verb: 'agree', deal: 0, share: 1 },
    { verb: 'agree', deal: 1, share: 1 },
    { verb: 'accept', deal: 2, share: 1 },
  ],
  [
    { verb: 'execute', deal: 0, share: 1 },
    { verb: 'execute', deal: 1, share: 1 },
  ],
];

test('over any parallel sequence of full and partial refunds, withdrawals, acceptances and appeals money is conserved', async () => {
  let ended = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 5 }),
      fc.bigInt({ min: 0n, max: PRICE - 1n }),
      fc.integer({ min: 0, max: 10_000 }),
      async (rounds, voucher, ratio) => {
        const deals = [
          await sell(0n, 0),
          await sell(voucher, ratio),
          await sell(PRICE / 3n, 5_000),
        ];
        for (const round of rounds) {
          await Promise.all(round.map((one) => run(deals, one)));
          await holds(deals);
        }
        const ids = new Set(deals.map(({ orderId }) => orderId));
        const rows = await getDatabase().select().from(orders);
        ended += rows.filter(({ id, state }) => ids.has(id) && state === 'completed').length;
      },
    ),
    // One sequence that surely ends all three; the rest are random.
    { numRuns: 10, endOnFailure: true, examples: [[whole, 12_345n, 3_000]] },
  );
  expect(ended).toBeGreaterThanOrEqual(3);
}, 180_000);
