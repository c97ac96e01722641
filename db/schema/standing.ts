import { index, pgTable, text } from 'drizzle-orm/pg-core';
import { moment, stateCheck, workflowColumns } from '../columns';
import { tenantPolicies } from '../tenancy';
import { merchants } from './merchant';

export const STANDING_STATES = [
  'good',
  'yellowListed',
  'blacklisted',
  'expelled',
  'exited',
] as const;
export type StandingState = (typeof STANDING_STATES)[number];

/**
 * How a merchant stands with the house (onboarding.md 9). A row is made when something first happens; a merchant
 * without one is in good standing.
 */
export const standings = pgTable(
  'standing',
  {
    ...workflowColumns(STANDING_STATES),
    merchantId: text('merchant_id')
      .notNull()
      .unique()
      .references(() => merchants.id),
    merchantName: text('merchant_name').notNull(),
    /** When the list that the merchant is on ends by itself. */
    until: moment('until'),
    /** Why, in the words of who decided. */
    reason: text('reason'),
    /** The violation that it followed from, when there is one. */
    violationId: text('violation_id'),
  },
  (t) => [
    stateCheck('standing', t.state, STANDING_STATES),
    index('standing_state').on(t.state, t.id),
    ...tenantPolicies({ merchant: t.merchantId }),
  ],
);
