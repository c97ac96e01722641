import { and, asc, eq, inArray, notInArray } from 'drizzle-orm';
import { getDatabase } from '@/db/client';
import { appeals, orders, supervisions } from '@/db/schema';
import { paidOf } from '@/lib/workflows/order/amounts';
import { chance, type Lane, pick } from '../lane';
import { patiently } from '../sure';
import { appeal, decide } from './appeal';
import { accept, type Deal, deliver, requirement } from './delivery';
import { invoice } from './invoice';
import { refund } from './refund';
import { review } from './review';

/** Whatever can come in the way of a paid order, and what people do when it is over. */
export async function carryOn(lane: Lane, deal: Deal): Promise<void> {
  await requirement(lane, deal);
  // Asked for before anything was delivered, an invoice and a refund stand in each other's way.
  if (chance(lane, 0.1)) await Promise.all([invoice(lane, deal), refund(lane, deal)]);
  await deliver(lane, deal);
  if (chance(lane, 0.25)) await refund(lane, deal);
  if (chance(lane, 0.3)) await appeal(lane, deal);
  await accept(lane, deal);
  if (chance(lane, 0.4)) await invoice(lane, deal);
  if (chance(lane, 0.5)) await review(lane, deal);
}

/** Goes on with an order that its player left when the worker or the database was away, or that several play. */
export async function resume(lane: Lane): Promise<void> {
  const open = await oldest(lane);
  if (!open) return;
  if (open.appealId) await decide(lane, open.appealId);
  await carryOn(lane, open);
}

/** One of the company's oldest orders whose delivery is not over. */
async function oldest(lane: Lane): Promise<(Deal & { appealId: string | null }) | undefined> {
  const { owner, buyer } = lane.company;
  const rows = await patiently(() =>
    getDatabase()
      .select({ order: orders, recordId: supervisions.id, appealId: appeals.id })
      .from(supervisions)
      .innerJoin(orders, eq(orders.id, supervisions.orderId))
      .leftJoin(
        appeals,
        and(
          eq(appeals.supervisionId, supervisions.id),
          inArray(appeals.state, ['handling', 'awaitingBuyer', 'awaitingMerchant']),
        ),
      )
      .where(
        and(
          eq(supervisions.merchantId, owner.merchantId),
          eq(supervisions.buyerId, buyer.accountId),
          notInArray(supervisions.state, ['done', 'closed']),
        ),
      )
      .orderBy(asc(supervisions.id))
      .limit(12),
  );
  if (rows.length === 0) return undefined;
  const { order, recordId, appealId } = pick(lane, rows);
  return { orderId: order.id, recordId, appealId, paid: paidOf(order) };
}
