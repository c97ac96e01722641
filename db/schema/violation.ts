import { index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { moment, stateCheck, workflowColumns } from '../columns';
import { tenantPolicies } from '../tenancy';
import type { BothLanguages } from './agreement';
import { merchants } from './merchant';

export const VIOLATION_STATES = ['recorded', 'answered', 'upheld', 'revoked'] as const;
export type ViolationState = (typeof VIOLATION_STATES)[number];

/** What a violation does to the product concerned, and to the merchant. */
export const PRODUCT_ACTIONS = ['none', 'freeze', 'delist'] as const;
export type ProductAction = (typeof PRODUCT_ACTIONS)[number];
export const MERCHANT_ACTIONS = ['none', 'yellowList', 'blacklist', 'expel'] as const;
export type MerchantAction = (typeof MERCHANT_ACTIONS)[number];

/**
 * A breach of the rules of cooperation: behaviour, points, handling, deposit (onboarding.md 9). Words and points are
 * those of the rule table when it was recorded.
 */
export const violations = pgTable(
  'violation',
  {
    ...workflowColumns(VIOLATION_STATES),
    merchantId: text('merchant_id')
      .notNull()
      .references(() => merchants.id),
    merchantName: text('merchant_name').notNull(),
    behaviour: text('behaviour').notNull(),
    behaviourText: jsonb('behaviour_text').$type<BothLanguages>().notNull(),
    points: integer('points').notNull(),
    productAction: text('product_action', { enum: PRODUCT_ACTIONS }).notNull(),
    merchantAction: text('merchant_action', { enum: MERCHANT_ACTIONS }).notNull(),
    /** End of the list that the merchant was put on. */
    until: moment('until'),
    /** What the rule table says about the deposit; empty where it says nothing. */
    deposit: jsonb('deposit').$type<BothLanguages>().notNull(),
    productId: text('product_id'),
    productName: text('product_name'),
    reason: text('reason').notNull(),
    evidenceFileIds: jsonb('evidence_file_ids').$type<string[]>().notNull().default([]),
    recordedBy: text('recorded_by').notNull(),
    recordedAt: moment('recorded_at').notNull(),
    answer: text('answer'),
    answerFileIds: jsonb('answer_file_ids').$type<string[]>().notNull().default([]),
    answeredAt: moment('answered_at'),
    /** What operations said to the answer, or why they revoked. */
    reply: text('reply'),
    repliedAt: moment('replied_at'),
  },
  (t) => [
    stateCheck('violation', t.state, VIOLATION_STATES),
    index('violation_merchant').on(t.merchantId, t.id),
    index('violation_state').on(t.state, t.id),
    ...tenantPolicies({ merchant: t.merchantId }),
  ],
);
