import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { orders, refunds, supervisions } from '@/db/schema';
import type { AppealSide } from '@/db/schema/appeal';
import type { Actor } from '@/lib/auth/actor';
import { type FactsContext, owns } from '@/lib/engine/bind';
import { notFound } from '@/lib/errors';
import { paidOf } from '@/lib/workflows/order/amounts';
import { isInvoiced } from '@/lib/workflows/order/invoiced';
import type { SupervisionRow } from '@/lib/workflows/supervision/machine';
import type { AppealFacts, AppealRow } from './machine';

/** The side that a person acts for; the house has none. */
export const sideOf = (actor: Actor): AppealSide | undefined =>
  actor.kind === 'buyer' ? 'buyer' : actor.kind === 'member' ? 'merchant' : undefined;

/** From here to the end of the transaction nobody else moves the record. */
async function lockRecord(tx: Tx, id: string): Promise<SupervisionRow | undefined> {
  const [record] = await tx
    .select()
    .from(supervisions)
    .where(eq(supervisions.id, id))
    .for('update');
  return record;
}

/** What the guards of an event ask of the database. */
export async function readFacts({
  tx,
  actor,
  row,
  input,
  event,
  setting,
}: FactsContext<AppealRow, unknown>): Promise<AppealFacts> {
  const side = sideOf(actor);
  if ((event === 'refundFull' || event === 'refundPart') && row) {
    await lockRecord(tx, row.supervisionId);
    await tx.select({ id: orders.id }).from(orders).where(eq(orders.id, row.orderId)).for('update');
    return { side, invoiced: await isInvoiced(tx, row.orderId) };
  }
  if (event === 'resume' && row) return { side, record: await lockRecord(tx, row.supervisionId) };
  if (row) return { side };
  const record = await lockRecord(tx, (input as { supervisionId: string }).supervisionId);
  // Somebody else's record looks like none.
  if (!record || !owns(actor, record)) throw notFound();
  // A refund that is agreed at this moment holds the order: either it sees the appeal, or the appeal sees it.
  const [order] = await tx.select().from(orders).where(eq(orders.id, record.orderId)).for('update');
  if (!order) throw notFound();
  const [agreed] = await tx
    .select({ id: refunds.id })
    .from(refunds)
    .where(and(eq(refunds.orderId, order.id), eq(refunds.state, 'refunding')));
  const grounds = await setting('appeal.grounds');
  return {
    side,
    record,
    refunding: agreed !== undefined,
    paid: paidOf(order),
    grounds: grounds.filter((ground) => ground.side === side),
  };
}
