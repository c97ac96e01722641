import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { moment, stateCheck, workflowColumns } from '../columns';
import { tenantPolicies } from '../tenancy';
import { accounts } from './account';
import type { BothLanguages } from './agreement';
import type { MerchantProfile } from './merchant';

export const ONBOARDING_STATES = ['editing', 'pendingReview', 'rejected', 'approved'] as const;

/** Why one field was refused; it may cite the rule it comes from. */
export interface ReviewReason {
  field: string;
  rule?: string;
  text: string;
}

/** What a reviewer decided: reasons per field, and a note for the whole. */
export interface ReviewOutcome {
  verdict: 'approved' | 'rejected';
  reasons: ReviewReason[];
  note?: string;
  by: string;
  at: string;
}

/** The tick under the agreement: which text, by whom, when and from where. */
export interface AgreementTick {
  agreementId: string;
  version: number;
  title: BothLanguages;
  sha256: string;
  accountId: string;
  at: string;
  ip?: string;
  userAgent?: string;
}

/** An application to become a merchant (onboarding.md 3). The unfinished form is a `draft`. */
export const onboardings = pgTable(
  'onboarding',
  {
    ...workflowColumns(ONBOARDING_STATES),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    kind: text('kind', { enum: ['enterprise', 'individual'] }).notNull(),
    /** From the real-name data, never from the form. */
    companyName: text('company_name').notNull(),
    creditCode: text('credit_code').notNull(),
    /** What was last submitted, and what was refused before it, for the reviewer's difference view. */
    submission: jsonb('submission').$type<MerchantProfile | null>(),
    previous: jsonb('previous').$type<MerchantProfile | null>(),
    round: integer('round').notNull().default(0),
    submittedAt: moment('submitted_at'),
    agreement: jsonb('agreement').$type<AgreementTick | null>(),
    outcome: jsonb('outcome').$type<ReviewOutcome | null>(),
    merchantId: text('merchant_id'),
  },
  (t) => [
    stateCheck('onboarding', t.state, ONBOARDING_STATES),
    uniqueIndex('onboarding_open').on(t.accountId).where(sql`state <> 'approved'`),
    index('onboarding_list').on(t.state, t.id),
    index('onboarding_merchant').on(t.merchantId),
    ...tenantPolicies({ account: t.accountId }),
  ],
);
