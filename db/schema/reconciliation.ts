import { sql } from 'drizzle-orm';
import { integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { moment } from '../columns';
import { tenantPolicies } from '../tenancy';
import { accounts } from './account';

/** One run of the reconciliation: asked for, then made by a job. At most one is under way. */
export const reconciliations = pgTable(
  'reconciliation',
  {
    id: text('id').primaryKey(),
    requestedAt: moment('requested_at').notNull(),
    /** Null: the daily run. */
    requestedBy: text('requested_by').references(() => accounts.id),
    /** The moment the books were read at; set with the end. */
    startedAt: moment('started_at'),
    endedAt: moment('ended_at'),
    /** What was found, as `lib/records/reconciliation/schema.ts` writes it. */
    result: jsonb('result'),
    /** Differences of all checks together, the unnamed ones included. */
    differences: integer('differences'),
  },
  () => [
    uniqueIndex('reconciliation_under_way')
      .on(sql`(ended_at is null)`)
      .where(sql`ended_at is null`),
    // No tenant columns in the policy: the books as a whole are for operations alone.
    ...tenantPolicies({}),
  ],
);
