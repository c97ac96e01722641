import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { invoiceOrders, invoices } from '@/db/schema';
import { accountOf } from '@/lib/auth/actor';
import type { Effect, EffectContext } from '@/lib/engine/bind';
import { DomainError, forbidden, invalid } from '@/lib/errors';
import { attachFiles } from '@/lib/files/attach';
import { newId } from '@/lib/ids';
import { searchDocument } from '@/lib/search/words';
import { dueAfter } from '@/lib/time/due';
import { type Application, type PlannedInvoice, readApplication } from './application';
import { checkIssue } from './check-issue';
import type { InvoiceRow } from './machine';
import { nextInvoiceNumber } from './number';
import type { invoiceInputs } from './schema';

type Inputs = { [E in keyof typeof invoiceInputs]: z.infer<(typeof invoiceInputs)[E]> };
type Facts = Record<string, never>;
type On<Input = Record<string, never>> = Effect<InvoiceRow, Input, Facts>;

/** What the customer saw must be what is asked for; a difference is told. */
function requireAsShown(application: Application, input: Inputs['open']): PlannedInvoice {
  const { invoices: planned } = application;
  const same =
    planned.length === input.shown.length &&
    planned.every((one) =>
      input.shown.some(({ taxRate, amount }) => taxRate === one.taxRate && amount === one.amount),
    );
  const own = planned.find(({ taxRate }) => taxRate === input.taxRate);
  if (!same || !own) throw new DomainError('stale', { key: 'invoice.error.open.changed' });
  return own;
}

/** The returned invoice of one of these lines that the new one is issued in place of, the latest. */
async function replacedBy(tx: Tx, planned: PlannedInvoice): Promise<string | null> {
  const lineIds = planned.parts.map(({ line }) => line.id);
  const [old] = await tx
    .select({ id: invoices.id })
    .from(invoices)
    .innerJoin(invoiceOrders, eq(invoiceOrders.invoiceId, invoices.id))
    .where(and(eq(invoices.state, 'returned'), inArray(invoiceOrders.orderLineId, lineIds)))
    .orderBy(desc(invoices.id))
    .limit(1);
  return old?.id ?? null;
}

/** Binds the lines to the invoice; the unique index holds what the lock of the orders already gives. */
async function bindLines(
  { tx, now, row, input }: EffectContext<InvoiceRow, Inputs['open'], Facts>,
  planned: PlannedInvoice,
  { orders }: Application,
): Promise<void> {
  const numbers = new Map(orders.map((order) => [order.id, order.row.number]));
  await tx.insert(invoiceOrders).values(
    planned.parts.map(({ line, orderId, refunded, amount }) => ({
      id: newId('invoiceOrder', now),
      invoiceId: row.id,
      applicationId: input.applicationId,
      orderId,
      orderLineId: line.id,
      orderNumber: numbers.get(orderId) ?? orderId,
      productId: line.productId,
      productName: line.productName,
      specName: line.specName,
      lineAmount: line.amount,
      voucherAmount: line.voucherAmount,
      refunded,
      amount,
      merchantId: line.merchantId,
      buyerId: line.buyerId,
      createdAt: now,
    })),
  );
}

export const open: On<Inputs['open']> = async (context) => {
  const { tx, now, actor, input, setting, record, tell } = context;
  const buyerId = accountOf(actor);
  if (!buyerId) throw forbidden();
  const { applicationId } = input;
  const application = await readApplication(tx, input, {
    buyerId,
    setting,
    lock: true,
    applicationId,
  });
  const planned = requireAsShown(application, input);
  const { title, contact, kind, medium, merchantId } = application;
  const order = application.orders[0]?.row;
  if (!order) throw forbidden();
  await bindLines(context, planned, application);
  const lines = planned.parts.map(({ line }) => line);
  const products = new Set(lines.map(({ productId }) => productId));
  const orderIds = new Set(planned.parts.map(({ orderId }) => orderId));
  const own = application.orders.filter(({ id }) => orderIds.has(id));
  const number = await nextInvoiceNumber(tx, now, await setting('site.timeZone'));
  record({
    data: {
      orders: planned.parts.map(({ orderId, line, refunded, amount }) => ({
        orderId,
        lineId: line.id,
        lineAmount: line.amount,
        voucher: line.voucherAmount,
        refunded,
        amount,
      })),
    },
  });
  tell({ count: own.length });
  return {
    number,
    applicationId,
    buyerId,
    merchantId,
    productId: products.size === 1 ? (lines[0]?.productId ?? 'several') : 'several',
    merchantName: order.merchantName,
    customerName: order.customerName,
    searchText: searchDocument(
      number,
      title.title,
      order.merchantName,
      order.customerName,
      ...own.map(({ row }) => row.number),
      ...lines.map(({ productName }) => productName),
    ),
    orderCount: own.length,
    titleKind: title.kind,
    title: title.title,
    taxId: title.taxId,
    special: kind === 'special' ? title.special : null,
    kind,
    medium,
    destination: {
      name: contact.name,
      ...(contact.phone ? { phone: contact.phone } : {}),
      ...(contact.address ? { address: contact.address } : {}),
      ...(contact.email ? { email: contact.email } : {}),
    },
    note: input.note || null,
    taxRate: planned.taxRate,
    amount: planned.amount,
    tax: planned.tax,
    courierPaidBy: planned.courierPaidBy,
    replacesId: await replacedBy(tx, planned),
    issueBy: await dueAfter(tx, setting, 'invoice.issueDays', now),
    requestKey: input.requestKey,
  };
};

export const issue: On<Inputs['issue']> = async (context) => {
  const { tx, now, actor, row, input, setting, record } = context;
  const timeZone = await setting('site.timeZone');
  const formats = await setting('invoice.numbering');
  checkIssue(row, input, { formats, now, timeZone });
  await requireFresh(tx, row, input);
  const paper = row.medium === 'paper';
  const [file] = paper
    ? []
    : await attachFiles(tx, {
        ids: [input.fileId],
        purpose: 'invoiceFile',
        actor,
        grants: [{ buyerId: row.buyerId }],
        user: `invoice:${row.id}`,
        field: 'fileId',
        now,
      });
  if (file) record({ files: [{ id: file.id, name: file.name, sha256: file.sha256 }] });
  return {
    fiscalNumber: input.fiscalNumber,
    fiscalCode: input.fiscalCode || null,
    fiscalDate: input.fiscalDate,
    courier: paper ? input.courier : null,
    trackingNumber: paper ? input.trackingNumber : null,
    fileId: file?.id ?? null,
    remark: input.remark || null,
    issuedAt: now,
  };
};

/** A number of the tax system stands for one invoice. */
async function requireFresh(tx: Tx, row: InvoiceRow, input: Inputs['issue']): Promise<void> {
  const [taken] = await tx
    .select({ number: invoices.number })
    .from(invoices)
    .where(
      and(
        eq(invoices.merchantId, row.merchantId),
        eq(invoices.fiscalNumber, input.fiscalNumber),
        input.fiscalCode ? eq(invoices.fiscalCode, input.fiscalCode) : isNull(invoices.fiscalCode),
      ),
    );
  if (taken) {
    const params = { number: taken.number };
    throw invalid({ fiscalNumber: { key: 'invoice.error.issue.numberTaken', params } });
  }
}

/** Its orders can be invoiced and refunded again. */
const release = (tx: Tx, row: InvoiceRow) =>
  tx.update(invoiceOrders).set({ live: false }).where(eq(invoiceOrders.invoiceId, row.id));

export const reject: On<Inputs['reject']> = async ({ tx, now, row, input, tell }) => {
  await release(tx, row);
  tell({ reason: input.reason });
  return { reason: input.reason, endedAt: now };
};

export const revoke: On = async ({ tx, now, row }) => {
  await release(tx, row);
  return { endedAt: now };
};

export const overdue: On = async ({ now, row }) => ({ overdueAt: row.overdueAt ?? now });

export const sign: On = async ({ now, actor, tell }) => {
  const by = actor.kind === 'member' ? 'merchant' : 'buyer';
  tell({ by });
  return { signedAt: now, signedBy: by };
};

export const autoSign: On = async ({ now }) => ({ signedAt: now, signedBy: 'system' });

export const takeBack: On<Inputs['takeBack']> = async ({ tx, now, row, input, tell }) => {
  await release(tx, row);
  tell({ reason: input.reason });
  return {
    reason: input.reason,
    redLetterNumber: input.redLetterNumber || null,
    endedAt: now,
  };
};
