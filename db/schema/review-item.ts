import { index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { moment } from '../columns';
import { tenantPolicies } from '../tenancy';

/** A decision that waits for its undo time to pass. */
export interface PendingDecision {
  event: string;
  input: Record<string, unknown>;
  by: string;
  roles: string[];
  at: string;
}

/** One application in the operators' single queue; written by the engine when a machine has a `review`. */
export const reviewItems = pgTable(
  'review_item',
  {
    id: text('id').primaryKey(),
    noun: text('noun').notNull(),
    subjectId: text('subject_id').notNull(),
    title: text('title').notNull(),
    permission: text('permission').notNull(),
    status: text('status', { enum: ['open', 'closed'] }).notNull(),
    round: integer('round').notNull(),
    submittedAt: moment('submitted_at').notNull(),
    dueAt: moment('due_at'),
    closedAt: moment('closed_at'),
    claimedBy: text('claimed_by'),
    claimedUntil: moment('claimed_until'),
    decision: jsonb('decision').$type<PendingDecision>(),
    appliesAt: moment('applies_at'),
    merchantId: text('merchant_id'),
    accountId: text('account_id'),
  },
  (t) => [
    uniqueIndex('review_item_subject').on(t.noun, t.subjectId),
    index('review_item_queue').on(t.status, t.dueAt, t.id),
    index('review_item_applies').on(t.appliesAt),
    // No tenant columns in the policy: the queue is for operations alone.
    ...tenantPolicies({}),
  ],
);
