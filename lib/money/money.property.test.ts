import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { getDatabase } from '@/db/client';
import { makeFile, makeSold, wanted } from '@/db/factories/order';
import { ledgerAccounts, orderLines, orders, stocks } from '@/db/schema';
import { type Actor, system } from '@/lib/auth/actor';
import { DomainError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { createBuyer, createMerchant, createOperator } from '@/lib/testing/actors';
import {
  cancelOrder,
  completeOrder,
  orderWorkflow,
  payOrder,
  placeOrder,
} from '@/lib/workflows/order/commands';
import { confirmTopUp, refuseTopUp, requestTopUp } from '@/lib/workflows/top-up/commands';
import { fireIn } from '../engine/fire';
import { withActor } from '../engine/with-actor';
import { listEntriesOf } from './queries';
import { reconcile } from './reconcile';

const BUYERS = 3;
const PRODUCTS = 3;
const STOCK = 4;

let buyers: (Actor & { kind: 'buyer' })[];
let sold: Awaited<ReturnType<typeof makeSold>>[];
let finance: Actor;
let limited: string;
/** What came in, by the tests' own count. */
let credited = 0n;
const placed: string[] = [];

beforeAll(async () => {
  finance = await createOperator('finance');
  buyers = await Promise.all(Array.from({ length: BUYERS }, () => createBuyer()));
  const merchants = [await createMerchant(), await createMerchant()] as const;
  sold = [
    await makeSold(merchants[0], 100n),
    await makeSold(merchants[1], 3333n),
    // Odd fen at an odd rate, so that rounding has something to lose.
    await makeSold(merchants[0], 77_777n, { product: { feeRate: 333 } }),
  ];
  const first = sold[0];
  if (!first) throw new Error('no product');
  limited = first.specId;
  await getDatabase().insert(stocks).values({
    specId: first.specId,
    productId: first.productId,
    merchantId: merchants[0].merchantId,
    total: STOCK,
    consumed: 0,
    updatedAt: new Date(),
  });
});

type Action =
  | { kind: 'topUp'; buyer: number; fen: number; refuse: boolean; twice: boolean }
  | { kind: 'place'; buyer: number; product: number; twice: boolean }
  | { kind: 'pay' | 'cancel' | 'complete' | 'lapse'; order: number; buyer: number };

const buyer = fc.nat(BUYERS - 1);
const onOrder = (kind: 'pay' | 'cancel' | 'complete' | 'lapse') =>
  fc.record({ kind: fc.constant(kind), order: fc.nat(11), buyer });
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('topUp' as const),
      buyer,
      fen: fc.integer({ min: 100, max: 200_000 }),
      refuse: fc.boolean(),
      twice: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('place' as const),
      buyer,
      product: fc.nat(PRODUCTS - 1),
      twice: fc.boolean(),
    }),
  },
  { weight: 5, arbitrary: onOrder('pay') },
  { weight: 2, arbitrary: onOrder('cancel') },
  { weight: 1, arbitrary: onOrder('lapse') },
  { weight: 3, arbitrary: onOrder('complete') },
);

const place: Action = { kind: 'place', buyer: 0, product: 1, twice: false };
const everyState: Action[][] = [
  [{ kind: 'topUp', buyer: 0, fen: 50_000, refuse: false, twice: true }],
  [place, place, place, place],
  [
    { kind: 'pay', order: 0, buyer: 0 },
    { kind: 'pay', order: 1, buyer: 0 },
    { kind: 'cancel', order: 2, buyer: 0 },
  ],
  [{ kind: 'complete', order: 0, buyer: 0 }],
];

/** Runs one action; a refusal is an answer, anything else that is thrown fails the test. */
async function run(step: Action): Promise<void> {
  const actor = buyers[step.buyer] as (typeof buyers)[number];
  try {
    if (step.kind === 'topUp') return await topUpBy(actor, step);
    if (step.kind === 'place') {
      const form = wanted(sold[step.product] as (typeof sold)[number]);
      const rows = await Promise.all(
        Array.from({ length: step.twice ? 2 : 1 }, () => placeOrder(actor, form)),
      );
      expect(new Set(rows.map(({ id }) => id)).size).toBe(1);
      if (rows[0]) placed.push(rows[0].id);
      return;
    }
    // The latest orders are the ones worth fighting over.
    const id = placed.at(-1 - step.order);
    if (!id) return;
    if (step.kind === 'pay') await payOrder(actor, id);
    else if (step.kind === 'cancel') await cancelOrder(actor, id);
    else if (step.kind === 'complete') await completeOrder(system('accepted'), id);
    else {
      await withActor(system('pay-by time'), (context) =>
        fireIn(context, system('pay-by time'), orderWorkflow as never, 'lapse', id),
      );
    }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}

async function topUpBy(
  actor: (typeof buyers)[number],
  step: Extract<Action, { kind: 'topUp' }>,
): Promise<void> {
  const slip = await makeFile(actor, { purpose: 'bankSlip' });
  const amount = `${Math.floor(step.fen / 100)}.${String(step.fen % 100).padStart(2, '0')}`;
  const { id } = await requestTopUp(actor, {
    requestKey: newId('view'),
    amount,
    payerName: 'payer',
    slipFileId: slip.id,
  });
  if (step.refuse) {
    await refuseTopUp(finance, id, { reason: 'no such transfer' });
    return;
  }
  const decisions = Array.from({ length: step.twice ? 2 : 1 }, () =>
    confirmTopUp(finance, id, { amount, bankReference: newId('view') }).then(
      () => 1,
      () => 0,
    ),
  );
  const counted = (await Promise.all(decisions)).reduce<number>((sum, one) => sum + one, 0);
  expect(counted).toBe(1);
  credited += BigInt(step.fen);
}

test('over random, parallel sequences nothing is created or lost, no balance falls below zero, and every order is explained', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(action, { minLength: 1, maxLength: 8 }), { minLength: 2, maxLength: 5 }),
      async (rounds) => {
        for (const round of rounds) {
          await Promise.all(round.map(run));
          await holds();
        }
      },
    ),
    // One sequence that surely reaches every state; the rest are random.
    { numRuns: 12, endOnFailure: true, examples: [[everyState]] },
  );
  await everyOrderExplained();
  // The sequences did something worth checking.
  const states = new Set((await getDatabase().select().from(orders)).map(({ state }) => state));
  expect([...states].sort()).toEqual(['cancelled', 'completed', 'pendingPayment', 'processing']);
}, 120_000);

async function holds(): Promise<void> {
  const result = await reconcile(finance);
  expect(result.differences).toEqual([]);
  expect(result.total).toBe(0n);
  const bank = result.kinds.find(({ kind }) => kind === 'bank')?.total ?? 0n;
  expect(bank).toBe(-credited);
  const accounts = await getDatabase().select().from(ledgerAccounts);
  expect(accounts.filter(({ guarded, balance }) => guarded && balance < 0n)).toEqual([]);
  const [stock] = (await getDatabase().select().from(stocks)).filter(
    ({ specId }) => specId === limited,
  );
  const held = (await getDatabase().select().from(orderLines)).filter(
    ({ specId }) => specId === limited,
  );
  const rows = await getDatabase().select().from(orders);
  const living = held.filter(
    ({ orderId }) => rows.find(({ id }) => id === orderId)?.state !== 'cancelled',
  );
  expect(stock?.consumed).toBe(living.length);
  expect(stock?.consumed).toBeLessThanOrEqual(STOCK);
}

/** Each order's entries say what its state says, to the fen, whoever fought over it. */
async function everyOrderExplained(): Promise<void> {
  const moves = { pendingPayment: [], cancelled: [], processing: ['orderPaid'] } as const;
  for (const row of await getDatabase().select().from(orders)) {
    const entries = await listEntriesOf(finance, 'order', row.id);
    // Of two at once the one that waits may have begun first, so that the two entries stand in either order.
    const memos = entries.map(({ memo }) => memo).sort();
    if (row.state !== 'completed') {
      expect(memos).toEqual([...moves[row.state]]);
      continue;
    }
    expect(memos).toEqual(['orderCompleted', 'orderPaid']);
    expect((row.fee ?? 0n) + (row.payable ?? 0n)).toBe(row.amount);
    expect(entries.map(({ moved }) => moved)).toEqual([row.amount, row.amount]);
  }
}
