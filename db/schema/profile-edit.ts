import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { moment, stateCheck, workflowColumns } from '../columns';
import { tenantPolicies } from '../tenancy';
import { type MerchantProfile, merchants } from './merchant';
import type { ReviewOutcome } from './onboarding';

export const PROFILE_EDIT_STATES = [
  'editing',
  'pendingReview',
  'rejected',
  'approved',
  'discarded',
] as const;

/** A company's name and reviewed data together: what an edit proposes, and what it is compared with. */
export interface CompanyData {
  name: string;
  profile: MerchantProfile;
}

/** A reviewed change of a merchant's data; what is live stays until it is approved (onboarding.md 6.2). */
export const profileEdits = pgTable(
  'profile_edit',
  {
    ...workflowColumns(PROFILE_EDIT_STATES),
    merchantId: text('merchant_id')
      .notNull()
      .references(() => merchants.id),
    /** Who opened it. */
    accountId: text('account_id').notNull(),
    merchantName: text('merchant_name').notNull(),
    /** What was live when it was last submitted. */
    live: jsonb('live').$type<CompanyData | null>(),
    proposed: jsonb('proposed').$type<CompanyData | null>(),
    round: integer('round').notNull().default(0),
    submittedAt: moment('submitted_at'),
    outcome: jsonb('outcome').$type<ReviewOutcome | null>(),
  },
  (t) => [
    stateCheck('profile_edit', t.state, PROFILE_EDIT_STATES),
    uniqueIndex('profile_edit_open')
      .on(t.merchantId)
      .where(sql`state in ('editing', 'pendingReview', 'rejected')`),
    index('profile_edit_merchant').on(t.merchantId, t.id),
    ...tenantPolicies({ merchant: t.merchantId }),
  ],
);
