import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { fen, moment } from '../columns';
import { tenantPolicies } from '../tenancy';
import { accounts } from './account';
import { orders } from './order';

/**
 * A sealed letter which says that the merchant of a general product invoices the customer (money.md 2.3). Written by a
 * job, kept for months, then to be asked for again. What it says is frozen here.
 */
export const letters = pgTable(
  'letter',
  {
    id: text('id').primaryKey(),
    /** Printed on it; who holds the letter can look it up. */
    number: text('number').notNull().unique(),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    buyerId: text('buyer_id')
      .notNull()
      .references(() => accounts.id),
    orderNumber: text('order_number').notNull(),
    productName: text('product_name').notNull(),
    specName: text('spec_name').notNull(),
    merchantName: text('merchant_name').notNull(),
    merchantCreditCode: text('merchant_credit_code'),
    customerName: text('customer_name').notNull(),
    /** Fen that the merchant invoices for the order. */
    amount: fen('amount').notNull(),
    paidAt: moment('paid_at').notNull(),
    requestedAt: moment('requested_at').notNull(),
    /** Set when the file is there. */
    readyAt: moment('ready_at'),
    fileId: text('file_id'),
    keptUntil: moment('kept_until').notNull(),
    /** Set when its file was let go. */
    endedAt: moment('ended_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    uniqueIndex('letter_order').on(t.orderId).where(sql`ended_at is null`),
    index('letter_buyer').on(t.buyerId, t.id),
    index('letter_kept').on(t.keptUntil).where(sql`ended_at is null`),
    ...tenantPolicies({ buyer: t.buyerId }),
  ],
);
