import { and, eq } from 'drizzle-orm';
import { refunds } from '@/db/schema';
import { type Actor, accountOf, system } from '@/lib/auth/actor';
import { bindWorkflow } from '@/lib/engine/bind';
import { command, fireIn } from '@/lib/engine/fire';
import { opening } from '@/lib/engine/open';
import { withActor } from '@/lib/engine/with-actor';
import { notFound } from '@/lib/errors';
import * as effects from './effects';
import { type RefundFacts, type RefundRow, refund } from './machine';
import type { OpenRefundInput } from './schema';
import { readSubject } from './subject';

export const refundWorkflow = bindWorkflow(refund, {
  table: refunds,
  stream: (row: RefundRow) => `order:${row.orderId}`,
  tenant: (row: RefundRow) => ({ merchantId: row.merchantId, buyerId: row.buyerId }),
  title: (row: RefundRow) => `${row.productName} · ${row.orderNumber}`,
  facts: async ({ tx, actor, row, event, input }): Promise<RefundFacts> => {
    if (event === 'open') {
      const subject = await readSubject(tx, (input as OpenRefundInput).orderId, true);
      if (!subject || subject.order.buyerId !== accountOf(actor)) throw notFound();
      return { subject };
    }
    if (!row || (event !== 'agree' && event !== 'reject')) return {};
    const subject = await readSubject(tx, row.orderId, true);
    return subject ? { subject } : {};
  },
  effects,
});

const openRefund = opening(refundWorkflow, 'open');

/**
 * The buyer asks for money back (orders-and-refunds.md 7.4).
 * @throws DomainError notFound for an order of somebody else; invalid; refused `refund.error.open.*`
 */
export const requestRefund = (actor: Actor, input?: unknown): Promise<RefundRow> =>
  openRefund(actor, input);

/** The buyer takes its request back while the merchant has not decided. */
export const withdrawRefund = command(refundWorkflow, 'withdraw');
/** The merchant agrees; the money moves within seconds. */
export const agreeRefund = command(refundWorkflow, 'agree');
/** The merchant refuses, with an opinion; the buyer may ask again. */
export const rejectRefund = command(refundWorkflow, 'reject');

/** Moves the money of an agreed refund; done again it does nothing. */
export function executeRefund(refundId: string): Promise<void> {
  const actor = system(`refund ${refundId} agreed`);
  return withActor(actor, async (context) => {
    const [row] = await context.tx
      .select({ state: refunds.state })
      .from(refunds)
      .where(eq(refunds.id, refundId))
      .for('update');
    if (row?.state !== 'refunding') return;
    await fireIn(context, actor, refundWorkflow, 'execute', refundId);
  });
}

/**
 * Ends the request that still waits for the merchant although the order's delivery is over: accepted, or closed by an
 * appeal's decision. Done again, or while the delivery goes on, it does nothing.
 */
export function endRefund(orderId: string): Promise<void> {
  const actor = system(`order ${orderId} ended`);
  return withActor(actor, async (context) => {
    const { tx } = context;
    const [open] = await tx
      .select({ id: refunds.id })
      .from(refunds)
      .where(and(eq(refunds.orderId, orderId), eq(refunds.state, 'awaitingMerchant')))
      .for('update');
    const subject = open && (await readSubject(tx, orderId));
    if (!open || !subject || subject.guaranteeOpen) return;
    const reason = subject.supervision?.state === 'done' ? 'accepted' : 'closed';
    await fireIn(context, actor, refundWorkflow, 'end', open.id, { reason });
  });
}
