import { and, desc, eq } from 'drizzle-orm';
import { getDatabase } from '@/db/client';
import { appeals, invoiceOrders, orders, refunds, supervisions } from '@/db/schema';
import {
  decideAcceptance,
  decideFullRefund,
  openAppealAsBuyer,
  withdrawAppeal,
} from '@/lib/workflows/appeal/commands';
import { buyersAppeal } from '@/lib/workflows/appeal/testing';
import { revokeInvoice, signInvoice } from '@/lib/workflows/invoice/commands';
import { paidOf } from '@/lib/workflows/order/amounts';
import { cancelOrder, payOrder } from '@/lib/workflows/order/commands';
import { withdrawRefund } from '@/lib/workflows/refund/commands';
import { rejectDelivery } from '@/lib/workflows/supervision/commands';
import { act, type Lane, pick } from '../lane';
import { patiently } from '../sure';
import { accept, type Deal } from './delivery';
import { invoice } from './invoice';
import { refund } from './refund';

/**
 * Does something to a purchase that another process is in the middle of. Most of it is refused; none of it may leave
 * anything half done.
 */
export async function meddle(lane: Lane): Promise<void> {
  const { staff } = lane.cast;
  const { buyer } = lane.company;
  const reason = '按记录处理。';
  for (let i = 0; i < 4; i += 1) {
    const deal = await newest(lane);
    if (!deal) return;
    const { orderId, recordId } = deal;
    const [open, asked, billed] = await Promise.all([
      latest(appeals, orderId),
      latest(refunds, orderId),
      latest(invoiceOrders, orderId),
    ]);
    const ways = [
      () => act(lane, 'order.cancel', () => cancelOrder(buyer, orderId)),
      () => act(lane, 'order.pay', () => payOrder(buyer, orderId)),
      () => accept(lane, deal),
      () => act(lane, 'supervision.reject', () => rejectDelivery(buyer, recordId, { reason })),
      () => refund(lane, deal),
      () => invoice(lane, deal),
      () => act(lane, 'appeal.openAsBuyer', () => openAppealAsBuyer(buyer, buyersAppeal(recordId))),
      () => act(lane, 'appeal.withdraw', () => withdrawAppeal(buyer, open)),
      () => act(lane, 'appeal.complete', () => decideAcceptance(staff, open, { reason })),
      () => act(lane, 'appeal.refundFull', () => decideFullRefund(staff, open, { reason })),
      () => act(lane, 'refund.withdraw', () => withdrawRefund(buyer, asked)),
      () => act(lane, 'invoice.revoke', () => revokeInvoice(buyer, billed)),
      () => act(lane, 'invoice.sign', () => signInvoice(buyer, billed)),
    ];
    await pick(lane, ways)();
  }
}

/** One of the company's newest purchases that is not over. */
async function newest(lane: Lane): Promise<Deal | undefined> {
  const rows = await patiently(() =>
    getDatabase()
      .select({ order: orders, recordId: supervisions.id })
      .from(orders)
      .leftJoin(supervisions, eq(supervisions.orderId, orders.id))
      .where(
        and(
          eq(orders.merchantId, lane.company.owner.merchantId),
          eq(orders.buyerId, lane.company.buyer.accountId),
        ),
      )
      .orderBy(desc(orders.id))
      .limit(20),
  );
  if (rows.length === 0) return undefined;
  const { order, recordId } = pick(lane, rows);
  return { orderId: order.id, recordId: recordId ?? 'none', paid: paidOf(order) };
}

/** The id of an order's latest appeal, refund or invoice. */
async function latest(
  table: typeof appeals | typeof refunds | typeof invoiceOrders,
  orderId: string,
): Promise<string> {
  const [row] = await patiently(() =>
    getDatabase()
      .select({ id: 'invoiceId' in table ? table.invoiceId : table.id })
      .from(table)
      .where(eq(table.orderId, orderId))
      .orderBy(desc(table.id))
      .limit(1),
  );
  return row?.id ?? 'none';
}
