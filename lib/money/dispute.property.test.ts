import { and, desc, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { getDatabase } from '@/db/client';
import {
  applied,
  type InvoiceBuyer,
  issueInput,
  makeInvoiceBuyer,
  makeInvoicingMerchant,
} from '@/db/factories/invoice';
import { fund, makeSold, wanted } from '@/db/factories/order';
import { agreement, refundInput } from '@/db/factories/refund';
import { amendProduct, deliveryInput } from '@/db/factories/supervision';
import { issueVoucher } from '@/db/factories/voucher';
import {
  appeals,
  invoiceOrders,
  invoices,
  ledgerAccounts,
  orders,
  refunds,
  supervisions,
  voucherPieces,
} from '@/db/schema';
import { type Actor, type Member, system } from '@/lib/auth/actor';
import { fire } from '@/lib/engine/fire';
import { DomainError } from '@/lib/errors';
import { createOperator } from '@/lib/testing/actors';
import {
  decideAcceptance,
  decideFullRefund,
  decidePartialRefund,
  decideResume,
  openAppealAsBuyer,
  withdrawAppeal,
} from '@/lib/workflows/appeal/commands';
import { buyersAppeal } from '@/lib/workflows/appeal/testing';
import {
  issueInvoice,
  rejectInvoice,
  revokeInvoice,
  signInvoice,
  takeBackInvoice,
} from '@/lib/workflows/invoice/commands';
import { paidOf } from '@/lib/workflows/order/amounts';
import { orderWorkflow, payOrder, placeOrder } from '@/lib/workflows/order/commands';
import {
  agreeRefund,
  endRefund,
  executeRefund,
  rejectRefund,
  requestRefund,
  withdrawRefund,
} from '@/lib/workflows/refund/commands';
import {
  acceptDelivery,
  deliver,
  openSupervision,
  rejectDelivery,
} from '@/lib/workflows/supervision/commands';
import { claimVoucher } from '@/lib/workflows/voucher-piece/commands';
import { reconcile } from './reconcile';

const BUYERS = 2;
const PRODUCTS = 2;

type Deal = { of: InvoiceBuyer; orderId: string; recordId: string; paid: bigint };

let buyers: InvoiceBuyer[];
let merchant: { merchantId: string; owner: Member };
let sold: (Awaited<ReturnType<typeof makeSold>> & { voucherId: string })[];
let finance: Actor;
let arbiter: Actor;
const deals: Deal[] = [];
const done = new Set<string>();

beforeAll(async () => {
  finance = await createOperator('finance');
  arbiter = await createOperator('arbiter');
  merchant = await makeInvoicingMerchant();
  buyers = [];
  for (let i = 0; i < BUYERS; i += 1) buyers.push(await makeInvoiceBuyer());
  for (const { buyer } of buyers) await fund(buyer, 100_000_000n);
  sold = [];
  // Odd fen at an odd rate, so that rounding has something to lose.
  for (const [price, feeRate] of [
    [77_777n, 333],
    [100_001n, 500],
  ] as const) {
    const made = await makeSold(merchant, price, { product: { feeRate } });
    await amendProduct(made.productId, 'general', {
      flow: { template: 'standard', requirementStep: false },
    });
    const batch = await issueVoucher(merchant.owner, made.productId, {
      quantity: '100',
      perUser: '100',
    });
    sold.push({ ...made, voucherId: batch.id });
  }
});

const STEPS = [
  'deliver',
  'accept',
  'rejectDelivery',
  'askRefund',
  'withdrawRefund',
  'agree',
  'refuse',
  'execute',
  'appeal',
  'withdrawAppeal',
  'resume',
  'decideFull',
  'decidePart',
  'decideAccept',
  'apply',
  'issue',
  'sign',
  'takeBack',
  'revoke',
  'rejectInvoice',
] as const;
type Step =
  | { do: 'buy'; buyer: number; product: number; voucher: boolean; abandon: boolean }
  | { do: (typeof STEPS)[number]; deal: number; share: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('buy' as const),
      buyer: fc.nat(BUYERS - 1),
      product: fc.nat(PRODUCTS - 1),
      voucher: fc.boolean(),
      abandon: fc.boolean(),
    }),
  },
  {
    weight: 14,
    arbitrary: fc.record({
      do: fc.constantFrom(...STEPS),
      deal: fc.nat(4),
      /** Of the cash, in thousandths; 1000 is all of it. */
      share: fc.oneof(fc.constant(1000), fc.integer({ min: 1, max: 999 })),
    }),
  },
);

const latest = async <T>(rows: Promise<T[]>): Promise<T> => {
  const [row] = await rows;
  if (!row) throw new DomainError('notFound');
  return row;
};
const db = () => getDatabase();
const refundOf = ({ orderId }: Deal) =>
  latest(db().select().from(refunds).where(eq(refunds.orderId, orderId)).orderBy(desc(refunds.id)));
const appealOf = ({ orderId }: Deal) =>
  latest(db().select().from(appeals).where(eq(appeals.orderId, orderId)).orderBy(desc(appeals.id)));
const invoiceOf = async ({ orderId }: Deal) => {
  const line = await latest(
    db()
      .select()
      .from(invoiceOrders)
      .where(eq(invoiceOrders.orderId, orderId))
      .orderBy(desc(invoiceOrders.id)),
  );
  return latest(db().select().from(invoices).where(eq(invoices.id, line.invoiceId)));
};
const yuan = (fen: bigint) => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;
const partOf = ({ paid }: Deal, share: number) => {
  const fen = (paid * BigInt(share)) / 1000n;
  return fen > 0n ? fen : 1n;
};

async function buy({ buyer, product, voucher, abandon }: Extract<Step, { do: 'buy' }>) {
  const of = buyers[buyer] as InvoiceBuyer;
  const offer = sold[product] as (typeof sold)[number];
  const piece = voucher
    ? (await claimVoucher(of.buyer, { voucherId: offer.voucherId })).id
    : undefined;
  const order = await placeOrder(of.buyer, wanted(offer, piece ? { voucherPieceId: piece } : {}));
  if (abandon) {
    await fire(system('pay-by time'), orderWorkflow as never, 'lapse' as never, order.id);
    return;
  }
  await payOrder(of.buyer, order.id);
  await openSupervision(order.id);
  const [record] = await db().select().from(supervisions).where(eq(supervisions.orderId, order.id));
  if (!record) throw new Error('no record');
  deals.push({ of, orderId: order.id, recordId: record.id, paid: paidOf(order) });
}

const reason = { reason: '按双方证据裁决。' };
const moves: Record<(typeof STEPS)[number], (deal: Deal, share: number) => Promise<unknown>> = {
  deliver: async (deal) =>
    deliver(merchant.owner, deal.recordId, await deliveryInput(merchant.owner)),
  accept: ({ of, recordId }) => acceptDelivery(of.buyer, recordId),
  rejectDelivery: ({ of, recordId }) => rejectDelivery(of.buyer, recordId, { reason: '不符' }),
  askRefund: (deal, share) =>
    requestRefund(deal.of.buyer, refundInput(deal.orderId, { amount: yuan(partOf(deal, share)) })),
  withdrawRefund: async (deal) => withdrawRefund(deal.of.buyer, (await refundOf(deal)).id),
  agree: async (deal) => {
    const row = await refundOf(deal);
    const kind = row.amount < deal.paid ? 'partial' : 'full';
    return agreeRefund(merchant.owner, row.id, await agreement(merchant.owner, kind));
  },
  refuse: async (deal) =>
    rejectRefund(merchant.owner, (await refundOf(deal)).id, { opinion: '服务已交付。' }),
  execute: async (deal) => {
    await executeRefund((await refundOf(deal)).id);
    await endRefund(deal.orderId);
  },
  appeal: ({ of, recordId }) => openAppealAsBuyer(of.buyer, buyersAppeal(recordId)),
  withdrawAppeal: async (deal) => withdrawAppeal(deal.of.buyer, (await appealOf(deal)).id),
  resume: async (deal) => decideResume(arbiter, (await appealOf(deal)).id, reason),
  decideFull: async (deal) => decideFullRefund(arbiter, (await appealOf(deal)).id, reason),
  decidePart: async (deal, share) =>
    decidePartialRefund(arbiter, (await appealOf(deal)).id, {
      ...reason,
      amount: yuan(partOf(deal, share)),
    }),
  decideAccept: async (deal) => decideAcceptance(arbiter, (await appealOf(deal)).id, reason),
  apply: (deal) => applied(deal.of, [deal.orderId]),
  issue: async (deal) =>
    issueInvoice(merchant.owner, (await invoiceOf(deal)).id, await issueInput(merchant.owner)),
  sign: async (deal) => signInvoice(deal.of.buyer, (await invoiceOf(deal)).id),
  takeBack: async (deal) =>
    takeBackInvoice(merchant.owner, (await invoiceOf(deal)).id, { reason: '客户退回发票。' }),
  revoke: async (deal) => revokeInvoice(deal.of.buyer, (await invoiceOf(deal)).id),
  rejectInvoice: async (deal) =>
    rejectInvoice(merchant.owner, (await invoiceOf(deal)).id, { reason: '双方约定先退订。' }),
};

/** Runs one step; a refusal is an answer, anything else that is thrown fails the test. */
async function run(one: Step): Promise<void> {
  try {
    if (one.do === 'buy') await buy(one);
    else {
      // The latest deals are the ones worth fighting over.
      const deal = deals.at(-1 - one.deal);
      if (!deal) return;
      await moves[one.do](deal, one.share);
    }
    done.add(one.do);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}

const on = (...names: (typeof STEPS)[number][]): Step[][] =>
  names.map((name) => [{ do: name, deal: 0, share: 400 }]);
const bought: Step[] = [{ do: 'buy', buyer: 0, product: 0, voucher: true, abandon: false }];
/** Ways that surely happen, one after the other, tries that must be refused among them; the rest is chance. */
const WAYS: Step[][] = [
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
          await Promise.all(round.map(run));
          await holds();
        }
      },
    ),
    { numRuns: 10, endOnFailure: true, examples: [[WAYS]] },
  );
  // The sequences did everything that there is to do.
  expect([...done].sort()).toEqual([...STEPS, 'buy'].sort());
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
