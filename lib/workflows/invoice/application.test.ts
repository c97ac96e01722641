import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { getDatabase } from '@/db/client';
import {
  applicationInput,
  applied,
  type InvoiceBuyer,
  makeInvoiceable,
  makeInvoiceBuyer,
  makeInvoicingMerchant,
} from '@/db/factories/invoice';
import { makeSupervised } from '@/db/factories/supervision';
import { invoiceOrders, invoices, orderLines, orders, supervisions } from '@/db/schema';
import { newId } from '@/lib/ids';
import { addInvoiceTitle } from '@/lib/records/invoice-title/commands';
import { createMerchant, createOperator } from '@/lib/testing/actors';
import { listInvoiceableOrders, previewApplication } from './apply-queries';
import { applyForInvoices } from './commands';
import { fieldsOf, invoiceScene, refusal, rowOf } from './testing';

const { of, merchant, sold, oneInvoice } = await invoiceScene();

describe('an application', () => {
  test('becomes one invoice per rate, with the amounts of its orders', async () => {
    const [a, b, c] = [
      await sold({ price: 106_000n }),
      await sold({ price: 10_600n }),
      await sold({ price: 113_000n, taxRate: 1300 }),
    ];
    const made = await applied(of, [a.orderId, b.orderId, c.orderId], 'special.digital');
    expect(made.count).toBe(2);
    const rows = await getDatabase()
      .select()
      .from(invoices)
      .where(eq(invoices.applicationId, made.applicationId));
    expect(rows.sort((x, y) => x.taxRate - y.taxRate)).toMatchObject([
      { state: 'toIssue', taxRate: 600, amount: 116_600n, tax: 6_600n, orderCount: 2 },
      { state: 'toIssue', taxRate: 1300, amount: 113_000n, tax: 13_000n, orderCount: 1 },
    ]);
    const [first] = rows;
    expect(first).toMatchObject({
      title: '上海恒通物流有限公司',
      titleKind: 'enterprise',
      kind: 'special',
      medium: 'digital',
      special: { bankAccount: '121900000000108' },
      courierPaidBy: null,
    });
    expect(first?.number).toMatch(/^FP\d{14}$/);
    const left = await listInvoiceableOrders(of.buyer, {});
    expect(left.rows.map(({ id }) => id)).not.toContain(a.orderId);
  });

  test('leaves out what a voucher paid and what went back', async () => {
    const { orderId } = await sold({ price: 100_000n });
    await getDatabase()
      .update(orders)
      .set({ voucherAmount: 20_000n, refunded: 30_000n })
      .where(eq(orders.id, orderId));
    await getDatabase()
      .update(orderLines)
      .set({ voucherAmount: 20_000n })
      .where(eq(orderLines.orderId, orderId));
    const { id } = await applied(of, [orderId]);
    expect(await rowOf(id)).toMatchObject({ amount: 50_000n });
    const [part] = await getDatabase()
      .select()
      .from(invoiceOrders)
      .where(eq(invoiceOrders.invoiceId, id));
    expect(part).toMatchObject({ lineAmount: 100_000n, voucherAmount: 20_000n, refunded: 30_000n });
  });

  test('says who pays the courier of paper: the customer below 100 yuan, else the merchant', async () => {
    const small = await oneInvoice('general.paper', { price: 9_999n });
    const large = await oneInvoice('general.paper', { price: 10_000n });
    expect(await rowOf(small.id)).toMatchObject({ courierPaidBy: 'buyer' });
    expect(await rowOf(large.id)).toMatchObject({
      courierPaidBy: 'merchant',
      destination: { name: '王财务', phone: '13800000001' },
    });
  });

  test('is one application however often the form is sent', async () => {
    const { orderId } = await sold();
    const input = await applicationInput(of, [orderId]);
    const both = await Promise.all([
      applyForInvoices(of.buyer, input),
      applyForInvoices(of.buyer, input),
    ]);
    expect(new Set(both.map(({ id }) => id)).size).toBe(1);
  });

  test('of two for one order at once, one wins', async () => {
    const { orderId } = await sold();
    const other = await sold();
    const one = await applicationInput(of, [orderId]);
    const both = await applicationInput(of, [orderId, other.orderId]);
    const results = await Promise.allSettled([
      applyForInvoices(of.buyer, one),
      applyForInvoices(of.buyer, both),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const live = await getDatabase()
      .select()
      .from(invoiceOrders)
      .where(and(eq(invoiceOrders.orderId, orderId), eq(invoiceOrders.live, true)));
    expect(live).toHaveLength(1);
  });

  test('is refused for an order that is unpaid, under appeal, of another class, or invoiced', async () => {
    const input = async (orderId: string) => ({
      ...(await applicationInput(of, [(await sold()).orderId])),
      orderIds: [orderId],
    });
    const appealed = await sold();
    await getDatabase()
      .update(supervisions)
      .set({ state: 'appeal' })
      .where(eq(supervisions.orderId, appealed.orderId));
    const joint = await makeSupervised({
      buyer: of.buyer,
      merchant,
      productClass: 'jointOperation',
    });
    const unpaid = await sold();
    await getDatabase()
      .update(orders)
      .set({ state: 'cancelled' })
      .where(eq(orders.id, unpaid.orderId));
    const invoiced = await oneInvoice();
    const said = async (orderId: string) =>
      refusal(applyForInvoices(of.buyer, await input(orderId)));
    expect(await said(appealed.orderId)).toBe('invoice.error.open.appealOpen');
    expect(await said(joint.orderId)).toBe('invoice.error.open.notGeneral');
    expect(await said(unpaid.orderId)).toBe('invoice.error.open.notPaid');
    expect(await said(invoiced.orderId)).toBe('invoice.error.open.alreadyInvoiced');
  });

  test('is refused for orders of others and of several merchants', async () => {
    const { orderId } = await sold();
    const input = await applicationInput(of, [orderId]);
    const stranger = await makeInvoiceBuyer();
    const theirs = { titleId: stranger.titleId, mailId: stranger.mailId };
    expect(await refusal(applyForInvoices(stranger.buyer, { ...input, ...theirs }))).toBe(
      'notFound',
    );
    const elsewhere = await makeInvoiceable({
      buyer: of.buyer,
      merchant: await makeInvoicingMerchant(),
    });
    const both = { ...input, orderIds: [orderId, elsewhere.orderId] };
    expect(await refusal(applyForInvoices(of.buyer, both))).toBe(
      'invoice.error.open.severalMerchants',
    );
    for (const actor of [merchant.owner, await createOperator('admin')]) {
      expect(await refusal(applyForInvoices(actor, input))).toBe('forbidden');
    }
  });

  test('complains about each field that is wrong', async () => {
    const { orderId } = await sold();
    const good = await applicationInput(of, [orderId]);
    const wrong = (values: Record<string, unknown>) =>
      fieldsOf(
        applyForInvoices(of.buyer, {
          ...good,
          requestKey: newId('view'),
          ...values,
        }),
      );
    const stranger = await makeInvoiceBuyer();
    expect(await wrong({ titleId: stranger.titleId })).toEqual({
      titleId: 'invoice.error.open.titleMissing',
    });
    expect(await wrong({ mailId: '' })).toEqual({ mailId: 'invoice.error.open.mailIdMissing' });
    expect(await wrong({ type: 'general.paper', postId: of.mailId })).toEqual({
      postId: 'invoice.error.open.postIdMissing',
    });
    expect(await wrong({ type: 'general.fax' })).toEqual({ type: 'form.error.notAChoice' });
    expect(await wrong({ orderIds: [] })).toEqual({ orderIds: 'invoice.error.open.noneChosen' });
    expect(await wrong({ note: 'x'.repeat(201) })).toEqual({ note: 'form.error.tooLong' });
    expect(await wrong({ shown: 'all of it' })).toEqual({ shown: 'form.error.wrongFormat' });
  });

  test('offers only what the merchant issues, and special invoices only to whole enterprise titles', async () => {
    const some = await createMerchant({ invoiceTypes: ['general.paper', 'special.digital'] });
    const { orderId } = await makeInvoiceable({ buyer: of.buyer, merchant: some });
    const ask = (who: InvoiceBuyer, type: string, id = orderId) =>
      fieldsOf(previewApplication(who.buyer, { ...who, orderIds: [id], type }));
    expect(await ask(of, 'general.digital')).toEqual({ type: 'invoice.error.open.typeNotOffered' });
    expect(await ask(of, 'special.digital')).toEqual({});
    const club = await addInvoiceTitle(of.buyer, { kind: 'organisation', title: '恒通工会' });
    expect(await ask({ ...of, titleId: club.id }, 'special.digital')).toEqual({
      type: 'invoice.error.open.specialNeedsEnterprise',
    });
  });

  test('is refused when an amount changed since it was shown', async () => {
    const { orderId } = await sold({ price: 50_000n });
    const input = await applicationInput(of, [orderId]);
    await getDatabase().update(orders).set({ refunded: 1n }).where(eq(orders.id, orderId));
    expect(await refusal(applyForInvoices(of.buyer, input))).toBe('invoice.error.open.changed');
  });
});
