import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from '../columns';
import { tenantPolicies } from '../tenancy';

/** What happens by itself, and when: a sweep fires `event` on the subject as `system`. */
export const deadlines = pgTable(
  'deadline',
  {
    id: text('id').primaryKey(),
    noun: text('noun').notNull(),
    subjectId: text('subject_id').notNull(),
    event: text('event').notNull(),
    rule: text('rule').notNull(),
    dueAt: moment('due_at').notNull(),
    status: text('status', { enum: ['pending', 'fired', 'cancelled'] }).notNull(),
    tries: integer('tries').notNull().default(0),
    lastError: text('last_error'),
    merchantId: text('merchant_id'),
    buyerId: text('buyer_id'),
    accountId: text('account_id'),
  },
  (t) => [
    index('deadline_due').on(t.dueAt).where(sql`status = 'pending'`),
    index('deadline_subject').on(t.noun, t.subjectId),
    ...tenantPolicies({ merchant: t.merchantId, buyer: t.buyerId, account: t.accountId }),
  ],
);
