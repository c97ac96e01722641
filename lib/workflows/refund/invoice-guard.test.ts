import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { refundInput } from '@/db/factories/refund';
import { makeSupervised } from '@/db/factories/supervision';
import { invoiceOrders, orders } from '@/db/schema';
import { getRefundOffer } from '@/lib/workflows/refund/queries';
import { requestRefund } from './commands';

/** An order on an invoice that stands; the invoice itself does not matter here. */
async function putOnInvoice(orderId: string): Promise<void> {
  await getDatabase().transaction(async (tx) => {
    const [order] = await tx.select().from(orders).where(eq(orders.id, orderId));
    if (!order) throw new Error('no order');
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.insert(invoiceOrders).values({
      id: `test_${orderId}`,
      applicationId: 'test',
      invoiceId: 'test',
      orderId,
      orderLineId: `${orderId}-000001`,
      orderNumber: order.number,
      productId: order.productId,
      productName: order.productName,
      specName: '',
      lineAmount: order.amount,
      voucherAmount: 0n,
      refunded: 0n,
      amount: order.amount,
      merchantId: order.merchantId,
      buyerId: order.buyerId,
      createdAt: new Date(),
    });
  });
}

it('a refund waits until the invoice of its order was taken back', async () => {
  const { buyer, orderId } = await makeSupervised();
  await putOnInvoice(orderId);
  expect(await getRefundOffer(buyer, orderId)).toMatchObject({ against: 'invoiced' });
  await expect(requestRefund(buyer, refundInput(orderId))).rejects.toMatchObject({
    code: 'refused',
    detail: { key: 'refund.error.open.invoiced' },
  });
  await getDatabase()
    .update(invoiceOrders)
    .set({ live: false })
    .where(eq(invoiceOrders.orderId, orderId));
  await expect(requestRefund(buyer, refundInput(orderId))).resolves.toMatchObject({
    state: 'awaitingMerchant',
  });
});

it('a request waits for an application for an invoice that holds the order, and then sees it', async () => {
  const { buyer, orderId } = await makeSupervised();
  let asked: Promise<unknown> = Promise.resolve();
  await getDatabase().transaction(async (tx) => {
    await tx.select().from(orders).where(eq(orders.id, orderId)).for('update');
    asked = requestRefund(buyer, refundInput(orderId)).then(
      () => 'made',
      (error: { detail?: { key?: string } }) => error.detail?.key,
    );
    // The request has come as far as the order's row.
    await expect
      .poll(async () => {
        const [row] = await getDatabase().execute<{ waiting: number }>(sql`
          select count(*)::int as waiting from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`);
        return row?.waiting;
      })
      .toBeGreaterThan(0);
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`
      insert into invoice_order (id, application_id, invoice_id, order_id, order_line_id, order_number, product_id,
        product_name, spec_name, line_amount, voucher_amount, refunded, amount, merchant_id, buyer_id, created_at)
      select 'test_' || id, 'test', 'test', id, id || '-000001', number, product_id, product_name, '', amount, 0, 0, amount,
        merchant_id, buyer_id, now() from "order" where id = ${orderId}`);
  });
  expect(await asked).toBe('refund.error.open.invoiced');
});
