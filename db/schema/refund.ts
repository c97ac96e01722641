import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { fen, moment, stateCheck, workflowColumns } from '../columns';
import { tenantPolicies } from '../tenancy';

export const REFUND_STATES = [
  'awaitingMerchant',
  'refunding',
  'refunded',
  'withdrawn',
  'rejected',
  'ended',
] as const;
export type RefundState = (typeof REFUND_STATES)[number];

/** States in which a request of an order is open; there is at most one. */
export const OPEN_REFUND_STATES = ['awaitingMerchant', 'refunding'] as const;

/** Why a request ended without the merchant: the delivery was accepted, or an appeal's decision closed it. */
export const REFUND_END_REASONS = ['accepted', 'closed'] as const;

/** What the buyer let the merchant see. */
export interface SharedContact {
  name: string;
  phone: string | null;
  email: string;
}

/** The rule a request was made under, as its order froze it (orders-and-refunds.md 7.2, 7.3). */
export interface RefundTerms {
  ruleId: string;
  route: string;
  /** Whether the voucher becomes the buyer's again. */
  voucherBack: boolean;
  /** Version of the setting `refund.rules`; null: the default of the rule book. */
  versionId: string | null;
  effectiveFrom: string | null;
}

/** A request for money back and what became of it (orders-and-refunds.md 7.4). Amounts are fen. */
export const refunds = pgTable(
  'refund',
  {
    ...workflowColumns(REFUND_STATES),
    orderId: text('order_id').notNull(),
    /** What people read and type. */
    orderNumber: text('order_number').notNull(),
    supervisionId: text('supervision_id').notNull(),
    merchantId: text('merchant_id').notNull(),
    buyerId: text('buyer_id').notNull(),
    productId: text('product_id').notNull(),
    /** Which request of the order this is, from 1. */
    round: integer('round').notNull(),
    /** Names and amounts as they were sold, for lists and search. */
    productName: text('product_name').notNull(),
    specName: text('spec_name').notNull(),
    merchantName: text('merchant_name').notNull(),
    buyerName: text('buyer_name').notNull(),
    searchText: text('search_text').notNull(),
    /** Cash that the order was paid with. */
    paid: fen('paid').notNull(),
    /** Part of the order's amount that a voucher paid. */
    voucherAmount: fen('voucher_amount').notNull(),
    /** Cash asked for; less than `paid` is a partial refund. */
    amount: fen('amount').notNull(),
    /** Key of the setting `refund.reasons`, and its words when it was chosen. */
    reason: text('reason').notNull(),
    reasonName: jsonb('reason_name').$type<{ 'zh-CN': string; en: string }>().notNull(),
    explanation: text('explanation').notNull(),
    /** Empty without the buyer's consent. */
    sharedContact: jsonb('shared_contact').$type<SharedContact>(),
    terms: jsonb('terms').$type<RefundTerms>().notNull(),
    opinion: text('opinion'),
    decidedAt: moment('decided_at'),
    refundedAt: moment('refunded_at'),
    endReason: text('end_reason', { enum: REFUND_END_REASONS }),
    /** Reminders sent while the merchant has not decided. */
    reminders: integer('reminders').notNull().default(0),
  },
  (t) => [
    stateCheck('refund', t.state, REFUND_STATES),
    uniqueIndex('refund_open').on(t.orderId).where(sql`state in ('awaitingMerchant', 'refunding')`),
    uniqueIndex('refund_round').on(t.orderId, t.round),
    index('refund_merchant').on(t.merchantId, t.id),
    index('refund_merchant_state').on(t.merchantId, t.state, t.id),
    index('refund_buyer').on(t.buyerId, t.id),
    index('refund_buyer_state').on(t.buyerId, t.state, t.id),
    index('refund_state').on(t.state, t.id),
    index('refund_search').using('gin', sql`to_tsvector('simple', ${t.searchText})`),
    ...tenantPolicies({ merchant: t.merchantId, buyer: t.buyerId }),
  ],
);

/** A file that the merchant handed in with its decision; never replaced. */
export const refundDocuments = pgTable(
  'refund_document',
  {
    id: text('id').primaryKey(),
    refundId: text('refund_id')
      .notNull()
      .references(() => refunds.id),
    kind: text('kind', { enum: ['agreementRecord', 'acceptanceDocument', 'otherProof'] }).notNull(),
    /** Place among the files of its kind, as handed in. */
    position: integer('position').notNull(),
    fileId: text('file_id').notNull(),
    name: text('name').notNull(),
    /** Media type. */
    type: text('type').notNull(),
    /** Bytes. */
    size: integer('size').notNull(),
    sha256: text('sha256').notNull(),
    merchantId: text('merchant_id').notNull(),
    buyerId: text('buyer_id').notNull(),
  },
  (t) => [
    index('refund_document_of').on(t.refundId, t.position),
    ...tenantPolicies({ merchant: t.merchantId, buyer: t.buyerId }),
  ],
);
