import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { moment, stateCheck, workflowColumns } from '../columns';
import { tenantPolicies } from '../tenancy';
import { accounts } from './account';
import type { ReviewOutcome } from './onboarding';

export const IDENTITY_STATES = [
  'pending',
  'rejected',
  'confirmed',
  'withdrawn',
  'superseded',
] as const;
export const IDENTITY_KINDS = ['personal', 'enterprise'] as const;

/**
 * A request to have a real name confirmed. What an account is confirmed as stands on the account itself and stays
 * there while a newer request is reviewed.
 */
export const identities = pgTable(
  'identity',
  {
    ...workflowColumns(IDENTITY_STATES),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    kind: text('kind', { enum: IDENTITY_KINDS }).notNull(),
    /** The person's name, or the company's as on its licence. */
    name: text('name').notNull(),
    /** Companies only. */
    creditCode: text('credit_code'),
    legalPerson: text('legal_person'),
    /** Persons only: sealed under the installation's secret, and as lists show it. */
    idNumber: text('id_number'),
    idNumberMasked: text('id_number_masked'),
    /** The licence, or the sides of the identity card. */
    fileIds: jsonb('file_ids').$type<Record<string, string>>().notNull(),
    round: integer('round').notNull(),
    submittedAt: moment('submitted_at').notNull(),
    outcome: jsonb('outcome').$type<ReviewOutcome | null>(),
  },
  (t) => [
    stateCheck('identity', t.state, IDENTITY_STATES),
    uniqueIndex('identity_open').on(t.accountId).where(sql`state in ('pending', 'rejected')`),
    uniqueIndex('identity_live').on(t.accountId).where(sql`state = 'confirmed'`),
    index('identity_list').on(t.state, t.id),
    index('identity_account').on(t.accountId, t.id),
    ...tenantPolicies({ account: t.accountId }),
  ],
);
