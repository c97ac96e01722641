import { jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { moment } from '../columns';
import { tenantPolicies } from '../tenancy';

/**
 * The unfinished form of an application, saved as people type. Kept apart from the application's own row, so that
 * what nobody submitted never reaches the evidence.
 */
export const drafts = pgTable(
  'draft',
  {
    noun: text('noun').notNull(),
    subjectId: text('subject_id').notNull(),
    content: jsonb('content').$type<Record<string, unknown>>().notNull(),
    accountId: text('account_id'),
    merchantId: text('merchant_id'),
    savedBy: text('saved_by').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.noun, t.subjectId] }),
    ...tenantPolicies({ account: t.accountId, merchant: t.merchantId }),
  ],
);
