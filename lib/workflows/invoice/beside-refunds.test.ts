import { describe, expect, test } from 'vitest';
import { applicationInput, applied, issueInput } from '@/db/factories/invoice';
import { refundInput } from '@/db/factories/refund';
import { requestRefund, withdrawRefund } from '@/lib/workflows/refund/commands';
import { listInvoiceableOrders } from './apply-queries';
import {
  applyForInvoices,
  issueInvoice,
  revokeInvoice,
  signInvoice,
  takeBackInvoice,
} from './commands';
import { invoiceScene, refusal } from './testing';

const { of, merchant, sold, oneInvoice } = await invoiceScene();

describe('invoices and refunds of one order', () => {
  const refundOf = (orderId: string) => requestRefund(of.buyer, refundInput(orderId));

  test('exclude each other, and each is free when the other has ended', async () => {
    const first = await oneInvoice();
    expect(await refusal(refundOf(first.orderId))).toBe('refund.error.open.invoiced');
    await revokeInvoice(of.buyer, first.id);
    const refund = await refundOf(first.orderId);
    const left = await listInvoiceableOrders(of.buyer, {});
    expect(left.rows.map(({ id }) => id)).not.toContain(first.orderId);
    const other = await sold();
    const input = { ...(await applicationInput(of, [other.orderId])), orderIds: [first.orderId] };
    expect(await refusal(applyForInvoices(of.buyer, input))).toBe('invoice.error.open.refundOpen');
    await withdrawRefund(of.buyer, refund.id);
    expect((await applied(of, [first.orderId])).count).toBe(1);
  });

  test('of the two at once, one wins', async () => {
    const { orderId } = await sold();
    const input = await applicationInput(of, [orderId]);
    const results = await Promise.allSettled([
      applyForInvoices(of.buyer, input),
      refundOf(orderId),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('are possible again after a return', async () => {
    const { id, orderId } = await oneInvoice();
    await issueInvoice(merchant.owner, id, await issueInput(merchant.owner));
    await signInvoice(of.buyer, id);
    expect(await refusal(refundOf(orderId))).toBe('refund.error.open.invoiced');
    await takeBackInvoice(merchant.owner, id, { reason: '客户要退订' });
    expect(await refusal(refundOf(orderId))).toBe('done');
  });
});
