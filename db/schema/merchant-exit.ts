import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { moment, stateCheck, workflowColumns } from '../columns';
import { tenantPolicies } from '../tenancy';
import { merchants } from './merchant';
import { orders } from './order';

export const MERCHANT_EXIT_STATES = ['pendingReview', 'approved', 'rejected', 'withdrawn'] as const;
export type MerchantExitState = (typeof MERCHANT_EXIT_STATES)[number];

/** A merchant's request to leave the marketplace (onboarding.md 6.1). */
export const merchantExits = pgTable(
  'merchant_exit',
  {
    ...workflowColumns(MERCHANT_EXIT_STATES),
    merchantId: text('merchant_id')
      .notNull()
      .references(() => merchants.id),
    merchantName: text('merchant_name').notNull(),
    accountId: text('account_id').notNull(),
    /** Why the merchant leaves. */
    reason: text('reason').notNull(),
    round: integer('round').notNull().default(1),
    submittedAt: moment('submitted_at').notNull(),
    /** What the reviewer said. */
    opinion: text('opinion'),
    decidedAt: moment('decided_at'),
  },
  (t) => [
    stateCheck('merchant_exit', t.state, MERCHANT_EXIT_STATES),
    uniqueIndex('merchant_exit_open')
      .on(t.merchantId)
      .where(sql`state in ('pendingReview', 'approved')`),
    index('merchant_exit_merchant').on(t.merchantId, t.id),
    index('merchant_exit_state').on(t.state, t.id),
    ...tenantPolicies({ merchant: t.merchantId }),
  ],
);

/** Evidence that a buyer does not want an invoice for an order (onboarding.md 6.1, precondition 3). */
export const invoiceWaivers = pgTable(
  'invoice_waiver',
  {
    orderId: text('order_id')
      .primaryKey()
      .references(() => orders.id),
    merchantId: text('merchant_id')
      .notNull()
      .references(() => merchants.id),
    fileIds: jsonb('file_ids').$type<string[]>().notNull(),
    note: text('note').notNull(),
    accountId: text('account_id').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    index('invoice_waiver_merchant').on(t.merchantId),
    ...tenantPolicies({ merchant: t.merchantId }),
  ],
);
