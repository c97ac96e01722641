import { eq } from 'drizzle-orm';
import { orders, supervisions } from '@/db/schema';
import { system } from '@/lib/auth/actor';
import { bindWorkflow } from '@/lib/engine/bind';
import { command } from '@/lib/engine/fire';
import { openIn } from '@/lib/engine/open';
import { withActor } from '@/lib/engine/with-actor';
import * as effects from './effects';
import { type SupervisionFacts, type SupervisionRow, supervision } from './machine';
import { openRefundOf } from './open-refund';
import { readSource } from './source';

/** Events that a refund under way concerns. */
const MEETS_REFUND = new Set(['accept', 'freeze']);

export const supervisionWorkflow = bindWorkflow(supervision, {
  table: supervisions,
  stream: (row: SupervisionRow) => `order:${row.orderId}`,
  tenant: (row: SupervisionRow) => ({ merchantId: row.merchantId, buyerId: row.buyerId }),
  title: (row: SupervisionRow) => `${row.productName} · ${row.orderNumber}`,
  facts: async ({ tx, row, event, input }): Promise<SupervisionFacts> => {
    if (event === 'open') {
      return { source: await readSource(tx, (input as { orderId: string }).orderId) };
    }
    return row && MEETS_REFUND.has(event) ? { refund: await openRefundOf(tx, row.orderId) } : {};
  },
  effects,
});

/**
 * Opens the record of a paid order; done again it does nothing. Runs as the system, from the job that the payment
 * enqueued.
 * @throws DomainError refused `supervision.error.open.orderNotPaid`
 */
export function openSupervision(orderId: string): Promise<void> {
  const actor = system(`order ${orderId} paid`);
  return withActor(actor, async (context) => {
    const { tx } = context;
    // Of two jobs at once the second waits here and finds the record.
    await tx.select({ id: orders.id }).from(orders).where(eq(orders.id, orderId)).for('update');
    const [there] = await tx
      .select({ id: supervisions.id })
      .from(supervisions)
      .where(eq(supervisions.orderId, orderId));
    if (there) return;
    await openIn(context, actor, supervisionWorkflow, 'open', { orderId });
  });
}

/** The buyer hands in its requirement with the agreed document (service-supervision.md 5). */
export const submitRequirement = command(supervisionWorkflow, 'submitRequirement');
export const confirmRequirement = command(supervisionWorkflow, 'confirmRequirement');
/** Back to the buyer to change, with a reason; counted. */
export const rejectRequirement = command(supervisionWorkflow, 'rejectRequirement');
/** The merchant hands in its delivery proof. */
export const deliver = command(supervisionWorkflow, 'deliver');
/** The buyer accepts: the service opens, the order completes, the merchant's money is released. */
export const acceptDelivery = command(supervisionWorkflow, 'accept');
/** Back to the merchant, with a reason; counted. */
export const rejectDelivery = command(supervisionWorkflow, 'reject');
