import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { fen, moment, stateCheck, workflowColumns } from '../columns';
import { tenantPolicies } from '../tenancy';
import { accounts } from './account';
import { type SpecialData, TITLE_KINDS } from './invoice-title';
import { merchants } from './merchant';
import { orders } from './order';

export const INVOICE_STATES = ['toIssue', 'toSign', 'done', 'revoked', 'returned'] as const;
export type InvoiceState = (typeof INVOICE_STATES)[number];
export const INVOICE_KINDS = ['general', 'special'] as const;
export const INVOICE_MEDIA = ['paper', 'electronic', 'digital'] as const;
export type InvoiceKind = (typeof INVOICE_KINDS)[number];
export type InvoiceMedium = (typeof INVOICE_MEDIA)[number];
export const INVOICE_SIGNERS = ['buyer', 'merchant', 'system'] as const;

/** Where it was asked to be sent, as it was then: postal for paper, a mailbox for files. */
export interface InvoiceDestination {
  name: string;
  phone?: string;
  address?: string;
  email?: string;
}

/** Gives each application its place; its number is made from it. */
export const invoiceSerial = pgSequence('invoice_serial');

/**
 * One tax invoice that a merchant owes a customer (money.md 2): orders of one merchant at one rate. Several that were
 * asked for together share `applicationId`. Amounts are fen and frozen when asked for.
 */
export const invoices = pgTable(
  'invoice',
  {
    ...workflowColumns(INVOICE_STATES),
    /** What people read and type. */
    number: text('number').notNull().unique(),
    applicationId: text('application_id').notNull(),
    buyerId: text('buyer_id')
      .notNull()
      .references(() => accounts.id),
    merchantId: text('merchant_id')
      .notNull()
      .references(() => merchants.id),
    /** The product of its orders, or `several`: members with a product scope see only what lies in it. */
    productId: text('product_id').notNull(),
    merchantName: text('merchant_name').notNull(),
    customerName: text('customer_name').notNull(),
    /** Numbers and products of its orders, for search. */
    searchText: text('search_text').notNull(),
    orderCount: integer('order_count').notNull(),
    titleKind: text('title_kind', { enum: TITLE_KINDS }).notNull(),
    title: text('title').notNull(),
    taxId: text('tax_id'),
    special: jsonb('special').$type<SpecialData | null>(),
    kind: text('kind', { enum: INVOICE_KINDS }).notNull(),
    medium: text('medium', { enum: INVOICE_MEDIA }).notNull(),
    destination: jsonb('destination').$type<InvoiceDestination>().notNull(),
    /** What the customer asks to be said on it. */
    note: text('note'),
    /** Basis points. */
    taxRate: integer('tax_rate').notNull(),
    /** Face, tax included. */
    amount: fen('amount').notNull(),
    tax: fen('tax').notNull(),
    /** Who pays the courier; of paper only. */
    courierPaidBy: text('courier_paid_by', { enum: ['buyer', 'merchant'] }),
    /** The returned invoice that this one is issued in place of. */
    replacesId: text('replaces_id'),
    /** By when the merchant must issue it. */
    issueBy: moment('issue_by').notNull(),
    overdueAt: moment('overdue_at'),
    /** As the tax system numbered it. */
    fiscalNumber: text('fiscal_number'),
    fiscalCode: text('fiscal_code'),
    fiscalDate: date('fiscal_date', { mode: 'string' }),
    courier: text('courier'),
    trackingNumber: text('tracking_number'),
    fileId: text('file_id'),
    /** The merchant's remark to the customer. */
    remark: text('remark'),
    issuedAt: moment('issued_at'),
    signedAt: moment('signed_at'),
    signedBy: text('signed_by', { enum: INVOICE_SIGNERS }),
    /** Why it was rejected or returned. */
    reason: text('reason'),
    endedAt: moment('ended_at'),
    redLetterNumber: text('red_letter_number'),
    /** Names one showing of the application form, so that a second click is not a second application. */
    requestKey: text('request_key').notNull(),
  },
  (t) => [
    stateCheck('invoice', t.state, INVOICE_STATES),
    uniqueIndex('invoice_request').on(t.buyerId, t.requestKey, t.taxRate),
    uniqueIndex('invoice_fiscal')
      .on(t.merchantId, sql`coalesce(${t.fiscalCode}, '')`, t.fiscalNumber)
      .where(sql`fiscal_number is not null`),
    index('invoice_merchant').on(t.merchantId, t.id),
    index('invoice_merchant_state').on(t.merchantId, t.state, t.id),
    index('invoice_buyer').on(t.buyerId, t.id),
    index('invoice_buyer_state').on(t.buyerId, t.state, t.id),
    index('invoice_state').on(t.state, t.id),
    index('invoice_search').using('gin', sql`to_tsvector('simple', ${t.searchText})`),
    index('invoice_application').on(t.applicationId),
    index('invoice_replaces').on(t.replacesId),
    ...tenantPolicies({ merchant: t.merchantId, buyer: t.buyerId }),
  ],
);

/** The part of an order line that an invoice covers. A line is on one living invoice at most. */
export const invoiceOrders = pgTable(
  'invoice_order',
  {
    id: text('id').primaryKey(),
    invoiceId: text('invoice_id')
      .notNull()
      .references(() => invoices.id),
    applicationId: text('application_id').notNull(),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    orderLineId: text('order_line_id').notNull(),
    orderNumber: text('order_number').notNull(),
    productId: text('product_id').notNull(),
    productName: text('product_name').notNull(),
    specName: text('spec_name').notNull(),
    /** Fen of the line, and what of it is not invoiced. */
    lineAmount: fen('line_amount').notNull(),
    voucherAmount: fen('voucher_amount').notNull(),
    refunded: fen('refunded').notNull(),
    amount: fen('amount').notNull(),
    /** False once the invoice was revoked or returned. */
    live: boolean('live').notNull().default(true),
    merchantId: text('merchant_id').notNull(),
    buyerId: text('buyer_id').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('invoice_order_once').on(t.orderLineId).where(sql`live`),
    index('invoice_order_invoice').on(t.invoiceId),
    index('invoice_order_order').on(t.orderId),
    ...tenantPolicies({ merchant: t.merchantId, buyer: t.buyerId }),
  ],
);
