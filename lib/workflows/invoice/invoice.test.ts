import { and, eq } from 'drizzle-orm';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { getDatabase } from '@/db/client';
import {
  applicationInput,
  applied,
  type InvoiceBuyer,
  issueInput,
  makeInvoiceable,
  makeInvoiceBuyer,
  makeInvoicingMerchant,
} from '@/db/factories/invoice';
import { refundInput } from '@/db/factories/refund';
import { makeSupervised, moveClock } from '@/db/factories/supervision';
import {
  files,
  invoiceOrders,
  invoices,
  messages,
  orderLines,
  orders,
  outbox,
  supervisions,
} from '@/db/schema';
import type { Member } from '@/lib/auth/actor';
import { fireDueDeadlines } from '@/lib/deadlines/fire-due';
import { DomainError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { expandNotice } from '@/lib/notify/expand';
import { addInvoiceTitle } from '@/lib/records/invoice-title/commands';
import { createBuyer, createMerchant, createOperator, limitedMember } from '@/lib/testing/actors';
import { requestRefund, withdrawRefund } from '@/lib/workflows/refund/commands';
import { listInvoiceableOrders, previewApplication } from './apply-queries';
import {
  applyForInvoices,
  invoiceWorkflow,
  issueInvoice,
  rejectInvoice,
  revokeInvoice,
  signInvoice,
  takeBackInvoice,
} from './commands';
import { countInvoices, getInvoice, listInvoices } from './queries';

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
      return error.detail.key ?? error.code;
    },
  );
const fieldsOf = (work: Promise<unknown>) =>
  work.then(
    () => ({}),
    (error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
      return Object.fromEntries(
        Object.entries(error.detail.fields ?? {}).map(([path, { key }]) => [path, key]),
      );
    },
  );
const rowOf = async (id: string) => {
  const [row] = await getDatabase().select().from(invoices).where(eq(invoices.id, id));
  if (!row) throw new Error(id);
  return row;
};
const DAY = 86_400;

let of: InvoiceBuyer;
let merchant: { merchantId: string; owner: Member };
const sold = (values: Parameters<typeof makeInvoiceable>[1] = {}) =>
  makeInvoiceable({ buyer: of.buyer, merchant }, values);
const oneInvoice = async (type?: string, values?: Parameters<typeof sold>[0]) => {
  const { orderId } = await sold(values);
  return { orderId, ...(await applied(of, [orderId], type)) };
};

beforeAll(async () => {
  of = await makeInvoiceBuyer();
  merchant = await makeInvoicingMerchant();
});
afterEach(() => moveClock(0));

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

describe('the merchant', () => {
  test('issues with number, date and file; the customer reads the file and signs', async () => {
    const { id } = await oneInvoice();
    const row = await issueInvoice(merchant.owner, id, await issueInput(merchant.owner));
    expect(row).toMatchObject({ state: 'toSign', issuedAt: expect.any(Date) });
    expect((await getInvoice(of.buyer, id))?.file?.name).toBe('电子发票.pdf');
    expect(await signInvoice(of.buyer, id)).toMatchObject({ state: 'done', signedBy: 'buyer' });
  });

  test('issues paper with courier and tracking number, and records that it arrived', async () => {
    const { id } = await oneInvoice('special.paper');
    const paper = {
      fiscalNumber: '01234567',
      fiscalCode: '3300214130',
      fiscalDate: (await issueInput(merchant.owner)).fiscalDate,
      courier: '顺丰速运',
      trackingNumber: 'SF1234567890',
    };
    expect(await issueInvoice(merchant.owner, id, paper)).toMatchObject({
      state: 'toSign',
      courier: '顺丰速运',
      fileId: null,
    });
    expect(await signInvoice(merchant.owner, id)).toMatchObject({ signedBy: 'merchant' });
  });

  test('hears about each field that is wrong, by medium', async () => {
    const digital = (await oneInvoice()).id;
    const paper = (await oneInvoice('general.paper')).id;
    const say = (id: string, input: Record<string, unknown>) =>
      fieldsOf(issueInvoice(merchant.owner, id, input));
    expect(await say(digital, {})).toEqual({
      fiscalNumber: 'form.error.required',
      fiscalDate: 'form.error.required',
      fileId: 'invoice.error.issue.fileMissing',
    });
    const wrong = { fiscalNumber: '123', fiscalCode: '1234567890', fiscalDate: '2026-02-30' };
    expect(await say(digital, { ...wrong, fileId: 'fl_none' })).toEqual({
      fiscalNumber: 'invoice.error.issue.number',
      fiscalCode: 'invoice.error.issue.codeNotTaken',
      fiscalDate: 'invoice.error.issue.dateUnreadable',
    });
    expect(await say(paper, { ...wrong, fiscalDate: '2099-01-01', trackingNumber: '#' })).toEqual({
      fiscalNumber: 'invoice.error.issue.number',
      fiscalDate: 'invoice.error.issue.dateInFuture',
      courier: 'form.error.required',
      trackingNumber: 'invoice.error.issue.tracking',
    });
    expect(
      await say(paper, {
        fiscalNumber: '01234567',
        fiscalCode: '33002',
        fiscalDate: '2020-01-01',
        courier: 'EMS',
        trackingNumber: 'E12345678CN',
      }),
    ).toEqual({
      fiscalCode: 'invoice.error.issue.code',
      fiscalDate: 'invoice.error.issue.dateTooEarly',
    });
    const foreign = await createMerchant();
    const { fileId } = await issueInput(foreign.owner);
    expect(await say(digital, await issueInput(merchant.owner, { fileId }))).toEqual({
      fileId: 'file.error.missing',
    });
  });

  test('cannot use one number of the tax system twice', async () => {
    const [one, two] = [await oneInvoice(), await oneInvoice()];
    const input = await issueInput(merchant.owner);
    await issueInvoice(merchant.owner, one.id, input);
    const again = await issueInput(merchant.owner, { fiscalNumber: input.fiscalNumber });
    expect(await fieldsOf(issueInvoice(merchant.owner, two.id, again))).toEqual({
      fiscalNumber: 'invoice.error.issue.numberTaken',
    });
  });

  test('rejects with a reason, and the order can be invoiced again', async () => {
    const { id, orderId } = await oneInvoice();
    expect(await fieldsOf(rejectInvoice(merchant.owner, id, { reason: ' ' }))).toEqual({
      reason: 'form.error.required',
    });
    await rejectInvoice(merchant.owner, id, { reason: '客户改为退订' });
    expect(await rowOf(id)).toMatchObject({ state: 'revoked', reason: '客户改为退订' });
    expect((await applied(of, [orderId])).count).toBe(1);
  });

  test('takes back what was signed for; the new invoice names the old one', async () => {
    const { id, orderId } = await oneInvoice();
    await issueInvoice(merchant.owner, id, await issueInput(merchant.owner));
    const back = { reason: '抬头有误', redLetterNumber: '3301062411000123' };
    expect(await refusal(takeBackInvoice(merchant.owner, id, back))).toBe('wrongState');
    await signInvoice(of.buyer, id);
    expect(
      await fieldsOf(takeBackInvoice(merchant.owner, id, { ...back, redLetterNumber: '红字' })),
    ).toEqual({ redLetterNumber: 'invoice.error.takeBack.redLetter' });
    await takeBackInvoice(merchant.owner, id, back);
    expect(await rowOf(id)).toMatchObject({ state: 'returned', ...back });
    const again = await applied(of, [orderId]);
    expect((await getInvoice(of.buyer, again.id))?.replaces).toMatchObject({ id });
    expect((await getInvoice(merchant.owner, id))?.replacedBy).toMatchObject({ id: again.id });
  });
});

describe('an invoice', () => {
  test('that is issued and revoked at once is one of the two', async () => {
    const { id } = await oneInvoice();
    const input = await issueInput(merchant.owner);
    const results = await Promise.allSettled([
      issueInvoice(merchant.owner, id, input),
      revokeInvoice(of.buyer, id),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { state } = await rowOf(id);
    const [part] = await getDatabase()
      .select()
      .from(invoiceOrders)
      .where(eq(invoiceOrders.invoiceId, id));
    expect(part?.live).toBe(state === 'toSign');
  });

  test('looks like nothing to strangers, and lets each party do its own moves only', async () => {
    const { id } = await oneInvoice();
    const [stranger, other] = [await createBuyer(), await createMerchant()];
    const input = await issueInput(merchant.owner);
    for (const actor of [stranger, other.owner]) {
      expect(await getInvoice(actor, id)).toBeUndefined();
      expect((await listInvoices(actor, {})).rows).toEqual([]);
      expect(await refusal(signInvoice(actor, id))).toBe('notFound');
      expect(await refusal(takeBackInvoice(actor, id, { reason: 'x' }))).toBe('notFound');
    }
    expect(await refusal(issueInvoice(of.buyer, id, input))).toBe('forbidden');
    expect(await refusal(revokeInvoice(merchant.owner, id))).toBe('forbidden');
    expect(await refusal(signInvoice(of.buyer, id))).toBe('wrongState');
    const reader = limitedMember(merchant.owner, ['invoice.read']);
    expect(await refusal(issueInvoice(reader, id, input))).toBe('forbidden');
    const elsewhere = limitedMember(merchant.owner, ['invoice.read', 'invoice.issue'], ['pd_x']);
    expect(await getInvoice(elsewhere, id)).toBeUndefined();
    expect(await refusal(issueInvoice(elsewhere, id, input))).toBe('forbidden');
    const staff = await createOperator('finance');
    expect((await getInvoice(staff, id))?.invoice.id).toBe(id);
    expect(await refusal(rejectInvoice(staff, id, { reason: 'x' }))).toBe('forbidden');
  });

  test('not issued in seven days is overdue: the merchant and finance hear, operations list it', async () => {
    const { id } = await oneInvoice();
    const staff = await createOperator('finance');
    const events = async () =>
      (await getDatabase().select().from(outbox).where(eq(outbox.subjectId, id))).map(
        ({ event, audience }) => `${event}.${audience}`,
      );
    await moveClock(5 * DAY + 60);
    await fireDueDeadlines([invoiceWorkflow as never]);
    expect(await events()).toContain('remind.merchant');
    expect(await events()).not.toContain('overdue.merchant');
    await moveClock(7 * DAY + 60);
    expect((await listInvoices(staff, { overdue: 'yes' })).rows.map((row) => row.id)).toContain(id);
    await fireDueDeadlines([invoiceWorkflow as never]);
    expect(await events()).toEqual(expect.arrayContaining(['overdue.merchant', 'overdue.finance']));
    expect(await rowOf(id)).toMatchObject({ state: 'toIssue', overdueAt: expect.any(Date) });
    await issueInvoice(
      merchant.owner,
      id,
      await issueInput(merchant.owner, {
        fiscalDate: new Date(Date.now() + 7 * DAY * 1000).toISOString().slice(0, 10),
      }),
    );
    expect(await countInvoices(staff, { overdue: 'yes', q: (await rowOf(id)).number })).toBe(0);
  });

  test('nobody signs for is done after ninety days', async () => {
    const { id } = await oneInvoice();
    await issueInvoice(merchant.owner, id, await issueInput(merchant.owner));
    await moveClock(89 * DAY);
    await fireDueDeadlines([invoiceWorkflow as never]);
    expect(await rowOf(id)).toMatchObject({ state: 'toSign' });
    await moveClock(90 * DAY + 60);
    await fireDueDeadlines([invoiceWorkflow as never]);
    expect(await rowOf(id)).toMatchObject({ state: 'done', signedBy: 'system' });
  });

  test('goes by mail to the mailbox that was named, with its file', async () => {
    const { id } = await oneInvoice();
    const { fileId } = await issueInvoice(merchant.owner, id, await issueInput(merchant.owner));
    const rows = await getDatabase().select().from(outbox).where(eq(outbox.subjectId, id));
    for (const row of rows) await expandNotice(row.id);
    const sent = await getDatabase()
      .select()
      .from(messages)
      .where(eq(messages.address, `${of.buyer.accountId}@finance.example`));
    expect(sent.at(-1)).toMatchObject({ channel: 'mail', fileIds: [fileId] });
    const [file] = await getDatabase()
      .select()
      .from(files)
      .where(eq(files.id, fileId ?? ''));
    expect(file?.users).toEqual([`invoice:${id}`]);
  });
});
