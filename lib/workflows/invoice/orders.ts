import { and, asc, eq, exists, inArray, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { invoiceOrders, orderLines, orders, products, refunds, supervisions } from '@/db/schema';
import { OPEN_REFUND_STATES } from '@/db/schema/refund';
import { invoiceableOf, type SoldOrder } from './split';

type OrderRow = typeof orders.$inferSelect;
export type OrderLineRow = typeof orderLines.$inferSelect;

/** Why an order cannot be invoiced now; `invoice.error.open.<obstacle>`. */
export type Obstacle =
  | 'notPaid'
  | 'notGeneral'
  | 'alreadyInvoiced'
  | 'refundOpen'
  | 'appealOpen'
  | 'nothingLeft';

/** An order as invoices see it. */
export interface BilledOrder extends SoldOrder<OrderLineRow> {
  row: OrderRow;
  lines: OrderLineRow[];
  obstacle: Obstacle | undefined;
}

/** Classes whose merchant invoices the customer (money.md 1). */
const BY_MERCHANT = ['general'];

/**
 * Reads orders with what stands against invoicing them (buyer-centre.md 9). Needs the fence open.
 * @param applicationId invoices of this application, which is being made, do not stand against it
 * @param lock holds the rows until the commit: refunds do the same, so that of the two one comes first
 */
export async function readBilledOrders(
  tx: Tx,
  {
    ids,
    buyerId,
    lock,
    applicationId = '',
  }: { ids: readonly string[]; buyerId: string; lock: boolean; applicationId?: string | undefined },
): Promise<BilledOrder[]> {
  if (ids.length === 0) return [];
  const query = tx
    .select()
    .from(orders)
    .where(and(inArray(orders.id, [...ids]), eq(orders.buyerId, buyerId)))
    .orderBy(asc(orders.id));
  const rows = await (lock ? query.for('update') : query);
  const found = rows.map(({ id }) => id);
  if (found.length === 0) return [];
  const lines = await tx
    .select()
    .from(orderLines)
    .where(inArray(orderLines.orderId, found))
    .orderBy(asc(orderLines.id));
  const facts = await tx
    .select({
      id: orders.id,
      productClass: sql<string>`coalesce(${supervisions.productClass}, ${products.class})`,
      supervision: supervisions.state,
      refundOpen: refundOpen(tx),
      invoiced: sql<boolean>`exists (select 1 from ${invoiceOrders}
        where ${invoiceOrders.orderId} = ${orders.id} and ${invoiceOrders.live}
          and ${invoiceOrders.applicationId} <> ${applicationId})`,
    })
    .from(orders)
    .innerJoin(products, eq(products.id, orders.productId))
    .leftJoin(supervisions, eq(supervisions.orderId, orders.id))
    .where(inArray(orders.id, found));
  return rows.map((row) => {
    const own = lines.filter(({ orderId }) => orderId === row.id);
    const fact = facts.find(({ id }) => id === row.id);
    const order = { id: row.id, row, refunded: row.refunded, lines: own };
    return { ...order, obstacle: obstacleOf(order, fact) };
  });
}

function obstacleOf(
  order: SoldOrder & { row: OrderRow },
  fact:
    | { productClass: string; supervision: string | null; invoiced: boolean; refundOpen: boolean }
    | undefined,
): Obstacle | undefined {
  const { state, paidAt } = order.row;
  if (!paidAt || (state !== 'processing' && state !== 'completed')) return 'notPaid';
  if (!fact || !BY_MERCHANT.includes(fact.productClass)) return 'notGeneral';
  if (fact.invoiced) return 'alreadyInvoiced';
  if (fact.refundOpen) return 'refundOpen';
  if (fact.supervision === 'appeal') return 'appealOpen';
  return invoiceableOf(order) > 0n ? undefined : 'nothingLeft';
}

/** Whether a refund of the order is under way; for a select on orders. */
export const refundOpen = (tx: Tx) =>
  sql<boolean>`${exists(
    tx
      .select({ id: refunds.id })
      .from(refunds)
      .where(and(eq(refunds.orderId, orders.id), inArray(refunds.state, [...OPEN_REFUND_STATES]))),
  )}`;
