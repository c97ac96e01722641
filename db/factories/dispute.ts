import { desc, eq } from 'drizzle-orm';
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
import { appeals, invoiceOrders, invoices, refunds, supervisions } from '@/db/schema';
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

/** A purchase that was paid and is under way; `paid` is cash, in fen. */
type Deal = { of: InvoiceBuyer; orderId: string; recordId: string; paid: bigint };

/** People and products that disputes are about, and what has happened among them. */
export interface Disputes {
  buyers: InvoiceBuyer[];
  merchant: { merchantId: string; owner: Member };
  sold: (Awaited<ReturnType<typeof makeSold>> & { voucherId: string })[];
  arbiter: Actor;
  deals: Deal[];
  /** Steps that were carried out at least once. */
  done: Set<string>;
}

/** Customers with money and invoice titles, and a product with a voucher for each price and fee rate. */
export async function makeDisputes(
  customers: number,
  prices: readonly (readonly [price: bigint, feeRate: number])[],
): Promise<Disputes> {
  const merchant = await makeInvoicingMerchant();
  const buyers: InvoiceBuyer[] = [];
  for (let i = 0; i < customers; i += 1) buyers.push(await makeInvoiceBuyer());
  for (const { buyer } of buyers) await fund(buyer, 100_000_000n);
  const sold: Disputes['sold'] = [];
  for (const [price, feeRate] of prices) {
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
  const arbiter = await createOperator('arbiter');
  return { buyers, merchant, sold, arbiter, deals: [], done: new Set() };
}

/** What can happen to a deal besides buying. */
export const DISPUTE_STEPS = [
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
export type DisputeStep =
  | { do: 'buy'; buyer: number; product: number; voucher: boolean; abandon: boolean }
  | { do: (typeof DISPUTE_STEPS)[number]; deal: number; share: number };

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

async function buy(
  { buyers, sold, deals }: Disputes,
  { buyer, product, voucher, abandon }: Extract<DisputeStep, { do: 'buy' }>,
): Promise<void> {
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
type Move = (deal: Deal, parties: Disputes, share: number) => Promise<unknown>;

const moves: Record<(typeof DISPUTE_STEPS)[number], Move> = {
  deliver: async (deal, { merchant }) =>
    deliver(merchant.owner, deal.recordId, await deliveryInput(merchant.owner)),
  accept: ({ of, recordId }) => acceptDelivery(of.buyer, recordId),
  rejectDelivery: ({ of, recordId }) => rejectDelivery(of.buyer, recordId, { reason: '不符' }),
  askRefund: (deal, _, share) =>
    requestRefund(deal.of.buyer, refundInput(deal.orderId, { amount: yuan(partOf(deal, share)) })),
  withdrawRefund: async (deal) => withdrawRefund(deal.of.buyer, (await refundOf(deal)).id),
  agree: async (deal, { merchant }) => {
    const row = await refundOf(deal);
    const kind = row.amount < deal.paid ? 'partial' : 'full';
    return agreeRefund(merchant.owner, row.id, await agreement(merchant.owner, kind));
  },
  refuse: async (deal, { merchant }) =>
    rejectRefund(merchant.owner, (await refundOf(deal)).id, { opinion: '服务已交付。' }),
  execute: async (deal) => {
    await executeRefund((await refundOf(deal)).id);
    await endRefund(deal.orderId);
  },
  appeal: ({ of, recordId }) => openAppealAsBuyer(of.buyer, buyersAppeal(recordId)),
  withdrawAppeal: async (deal) => withdrawAppeal(deal.of.buyer, (await appealOf(deal)).id),
  resume: async (deal, { arbiter }) => decideResume(arbiter, (await appealOf(deal)).id, reason),
  decideFull: async (deal, { arbiter }) =>
    decideFullRefund(arbiter, (await appealOf(deal)).id, reason),
  decidePart: async (deal, { arbiter }, share) =>
    decidePartialRefund(arbiter, (await appealOf(deal)).id, {
      ...reason,
      amount: yuan(partOf(deal, share)),
    }),
  decideAccept: async (deal, { arbiter }) =>
    decideAcceptance(arbiter, (await appealOf(deal)).id, reason),
  apply: (deal) => applied(deal.of, [deal.orderId]),
  issue: async (deal, { merchant }) =>
    issueInvoice(merchant.owner, (await invoiceOf(deal)).id, await issueInput(merchant.owner)),
  sign: async (deal) => signInvoice(deal.of.buyer, (await invoiceOf(deal)).id),
  takeBack: async (deal, { merchant }) =>
    takeBackInvoice(merchant.owner, (await invoiceOf(deal)).id, { reason: '客户退回发票。' }),
  revoke: async (deal) => revokeInvoice(deal.of.buyer, (await invoiceOf(deal)).id),
  rejectInvoice: async (deal, { merchant }) =>
    rejectInvoice(merchant.owner, (await invoiceOf(deal)).id, { reason: '双方约定先退订。' }),
};

/** Runs one step; a refusal is an answer, anything else is thrown on. */
export async function runDispute(disputes: Disputes, one: DisputeStep): Promise<void> {
  const { deals, done } = disputes;
  try {
    if (one.do === 'buy') await buy(disputes, one);
    else {
      // The latest deals are the ones worth fighting over.
      const deal = deals.at(-1 - one.deal);
      if (!deal) return;
      await moves[one.do](deal, disputes, one.share);
    }
    done.add(one.do);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}
