import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { accounts, invoices } from '@/db/schema';
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales';
import type { InvoiceRow } from '@/lib/workflows/invoice/machine';
import { accountAudience, merchantAudience, operatorAudience } from '../audience';
import type { Notices, OutboxRow, Resolve, Resolved } from '../define';

async function invoiceOf(tx: Tx, id: string): Promise<InvoiceRow | undefined> {
  const [row] = await tx.select().from(invoices).where(eq(invoices.id, id));
  return row;
}

const valuesOf = (invoice: InvoiceRow, row: OutboxRow): Resolved['params'] => ({
  number: invoice.number,
  customer: invoice.customerName,
  merchant: invoice.merchantName,
  title: invoice.title,
  amount: invoice.amount,
  rate: `${invoice.taxRate / 100}%`,
  medium: invoice.medium,
  fiscal: invoice.fiscalNumber ?? '',
  courier: [invoice.courier, invoice.trackingNumber].filter(Boolean).join(' '),
  issueBy: invoice.issueBy,
  since: invoice.createdAt,
  ...(row.params as Record<string, string | number>),
});

/** Applications and reminders: message type 901 (buyer-centre.md 12). */
const ASKED = new Set(['open', 'remind', 'overdue']);

const toMerchant: Resolve = async ({ tx, row }) => {
  const invoice = await invoiceOf(tx, row.subjectId);
  // Who signed for it knows.
  if (!invoice || row.params.by === 'merchant') return null;
  // A reminder about what was issued meanwhile helps nobody.
  if ((row.event === 'remind' || row.event === 'overdue') && invoice.state !== 'toIssue')
    return null;
  const type = ASKED.has(row.event) ? 'invoice.asked' : 'invoice.changed';
  const product = invoice.productId === 'several' ? undefined : invoice.productId;
  return {
    receivers: await merchantAudience(tx, invoice.merchantId, type, ['site', 'mail'], product),
    params: valuesOf(invoice, row),
    href: `/merchant/invoices/${invoice.id}`,
    type,
  };
};

const toBuyer: Resolve = async ({ tx, row }) => {
  const invoice = await invoiceOf(tx, row.subjectId);
  if (!invoice || row.params.by === 'buyer') return null;
  return {
    receivers: await accountAudience(tx, invoice.buyerId, ['site', 'mail']),
    params: valuesOf(invoice, row),
    href: `/buyer/invoices/${invoice.id}`,
    type: 'invoice.changed',
    fileIds: row.event === 'issue' && invoice.fileId ? [invoice.fileId] : [],
  };
};

/** The mailbox that the application named, where it is not the account's own; the file goes along. */
const toReceiver: Resolve = async ({ tx, row }) => {
  const invoice = await invoiceOf(tx, row.subjectId);
  const email = invoice?.destination.email;
  if (!invoice?.fileId || !email) return null;
  const [account] = await tx.select().from(accounts).where(eq(accounts.id, invoice.buyerId));
  if (account?.email === email) return null;
  const locale = isLocale(account?.locale) ? account.locale : DEFAULT_LOCALE;
  return {
    receivers: [{ email, locale, channels: ['mail'] }],
    params: valuesOf(invoice, row),
    type: 'invoice.changed',
    fileIds: [invoice.fileId],
  };
};

const toFinance: Resolve = async ({ tx, row }) => {
  const invoice = await invoiceOf(tx, row.subjectId);
  if (invoice?.state !== 'toIssue') return null;
  return {
    receivers: await operatorAudience(tx, ['finance']),
    params: valuesOf(invoice, row),
    href: `/ops/invoices/${invoice.id}`,
    type: 'invoice.overdue',
  };
};

export const invoiceNotices: Notices = {
  merchant: toMerchant,
  buyer: toBuyer,
  receiver: toReceiver,
  finance: toFinance,
};
