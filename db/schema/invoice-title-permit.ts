import { sql } from 'drizzle-orm';
import { pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { moment } from '../columns';
import { tenantPolicies } from '../tenancy';
import { accounts } from './account';

/** An enterprise title that finance allowed an account besides its verified company name (money.md 2.3). */
export const invoiceTitlePermits = pgTable(
  'invoice_title_permit',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    title: text('title').notNull(),
    /** Why, for whoever looks later. */
    reason: text('reason').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: moment('created_at').notNull(),
    removedAt: moment('removed_at'),
  },
  (t) => [
    uniqueIndex('invoice_title_permit_title')
      .on(t.accountId, t.title)
      .where(sql`removed_at is null`),
    ...tenantPolicies({ account: t.accountId }),
  ],
);
