import { and, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { getDatabase } from '@/db/client';
import {
  DISPUTE_STEPS,
  type DisputeStep,
  type Disputes,
  makeDisputes,
  runDispute,
} from '@/db/factories/dispute';
import {
  appeals,
  invoiceOrders,
  ledgerAccounts,
  orders,
  refunds,
  supervisions,
  voucherPieces,
} from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { createOperator } from '@/lib/testing/actors';
import { paidOf } from '@/lib/workflows/order/amounts';
import { reconcile } from './reconcile';

const BUYERS = 2;
/** Price and fee rate: odd fen at an odd rate, so that rounding has something to lose. */
const PRODUCTS = [
  [77_777n, 333],
  [100_001n, 500],
] as const;

let disputes: Disputes;
let finance: Actor;
const db = () => getDatabase();

beforeAll(async () => {
  finance = await createOperator('finance');
  disputes = await makeDisputes(BUYERS, PRODUCTS);
});

const step: fc.Arbitrary<DisputeStep> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('buy' as const),
      buyer: fc.nat(BUYERS - 1),
      product: fc.nat(PRODUCTS.length - 1),
      voucher: fc.boolean(),
      abandon: fc.boolean(),
    }),
  },
  {
    weight: 14,
    arbitrary: fc.record({
      do: fc.constantFrom(...DISPUTE_STEPS),
      deal: fc.nat(4),
      /** Of the cash, in thousandths; 1000 is all of it. */
      share: fc.oneof(fc.constant(1000), fc.integer({ min: 1, max: 999 })),
    }),
  },
);

const on = (...names: (typeof DISPUTE_STEPS)[number][]): DisputeStep[][] =>
  names.map((name) => [{ do: name, deal: 0, share: 400 }]);
const bought: DisputeStep[] = [{ do: 'buy', buyer: 0, product: 0, voucher: true, abandon: false }];
/** Ways that surely happen, one after the other, tries that must be refused among them; the rest is chance. */
const WAYS: DisputeStep[][] = [
  // With an invoice standing nothing may go back, and with a refund asked for no invoice be applied for.
  ...[
    bought,
    ...on('apply', 'askRefund', 'agree', 'execute', 'appeal', 'decideFull', 'decidePart'),
  ],
  ...[bought, ...on('askRefund', 'apply', 'agree', 'apply', 'accept', 'appeal', 'execute')],
  ...[
    bought,
    ...on('deliver', 'rejectDelivery', 'deliver', 'accept', 'apply', 'issue', 'sign', 'takeBack'),
  ],
  ...[
    bought,
    ...on('askRefund', 'withdrawRefund', 'askRefund', 'refuse', 'askRefund', 'agree', 'execute'),
  ],
  ...[bought, ...on('apply', 'revoke', 'apply', 'rejectInvoice', 'appeal', 'withdrawAppeal')],
  ...on('appeal', 'resume', 'appeal', 'decidePart'),
  ...[bought, ...on('appeal', 'decideFull')],
  ...[bought, ...on('deliver', 'appeal', 'decideAccept')],
];

test('over random, parallel disputes nothing is created or lost, and every order’s sums are explained', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 8 }), { minLength: 2, maxLength: 6 }),
      async (rounds) => {
        for (const round of rounds) {
          await Promise.all(round.map((one) => runDispute(disputes, one)));
          await holds();
        }
      },
    ),
    { numRuns: 10, endOnFailure: true, examples: [[WAYS]] },
  );
  // The sequences did everything that there is to do.
  expect([...disputes.done].sort()).toEqual([...DISPUTE_STEPS, 'buy'].sort());
}, 240_000);

async function holds(): Promise<void> {
  const result = await reconcile(finance);
  expect(result.differences).toEqual([]);
  expect(result.total).toBe(0n);
  const accounts = await db().select().from(ledgerAccounts);
  expect(accounts.filter(({ guarded, balance }) => guarded && balance < 0n)).toEqual([]);
  for (const row of await db().select().from(orders)) await explained(row);
}

/** One order: its cash has its places, its record agrees, its invoice says what was paid and kept, its voucher moved once. */
async function explained(row: typeof orders.$inferSelect): Promise<void> {
  const paid = paidOf(row);
  const [record] = await db().select().from(supervisions).where(eq(supervisions.orderId, row.id));
  const standing = await db()
    .select()
    .from(invoiceOrders)
    .where(and(eq(invoiceOrders.orderId, row.id), eq(invoiceOrders.live, true)));
  const invoiced = standing.reduce((sum, line) => sum + line.amount, 0n);
  if (standing.length > 0) expect(invoiced, row.id).toBe(paid - row.refunded);
  const given = await db().select().from(refunds).where(eq(refunds.orderId, row.id));
  if (row.state === 'completed') {
    expect(row.refunded + (row.payable ?? 0n) + (row.fee ?? 0n) - row.voucherByPlatform).toBe(paid);
    expect(row.voucherByMerchant + row.voucherByPlatform <= row.voucherAmount).toBe(true);
    expect(record?.state).toBe(row.refunded > 0n ? 'closed' : 'done');
  }
  const agreed = given.some(({ state }) => state === 'refunding');
  if (row.state === 'processing' && record && !agreed) {
    expect(['done', 'closed']).not.toContain(record.state);
  }
  expect(
    given.filter(({ state }) => state === 'awaitingMerchant' || state === 'refunding').length,
  ).toBeLessThanOrEqual(1);
  const decided = await db().select().from(appeals).where(eq(appeals.orderId, row.id));
  const back = [
    ...given.filter(({ state }) => state === 'refunded').map(({ amount }) => amount),
    ...decided.flatMap(({ refunded }) => (refunded ? [refunded] : [])),
  ];
  expect(
    back.reduce((sum, amount) => sum + amount, 0n),
    row.id,
  ).toBe(row.refunded);
  if (!row.voucherPieceId) return;
  const [piece] = await db()
    .select()
    .from(voucherPieces)
    .where(eq(voucherPieces.id, row.voucherPieceId));
  const held = { pendingPayment: 'locked', processing: 'used', completed: 'used' } as const;
  if (row.state !== 'cancelled') expect(piece?.state).toBe(held[row.state]);
}
