import { sql } from 'drizzle-orm';
import { index, pgTable, text } from 'drizzle-orm/pg-core';
import { moment, stateCheck, workflowColumns } from '../columns';
import { publicRead, tenantPolicies } from '../tenancy';

export const QUESTION_STATES = ['asked', 'answered', 'hidden'] as const;

/** A buyer's question on a product page and the merchant's answer (products.md 5.8, buyer-centre.md 7). */
export const questions = pgTable(
  'question',
  {
    ...workflowColumns(QUESTION_STATES),
    productId: text('product_id').notNull(),
    merchantId: text('merchant_id').notNull(),
    buyerId: text('buyer_id').notNull(),
    productName: text('product_name').notNull(),
    /** The asker as others see it. */
    askedBy: text('asked_by').notNull(),
    text: text('text').notNull(),
    answer: text('answer'),
    answeredAt: moment('answered_at'),
  },
  (t) => [
    stateCheck('question', t.state, QUESTION_STATES),
    index('question_product').on(t.productId, t.state, t.id),
    index('question_merchant').on(t.merchantId, t.state, t.id),
    index('question_buyer').on(t.buyerId, t.id),
    ...tenantPolicies({ merchant: t.merchantId, buyer: t.buyerId }),
    publicRead(sql`${t.state} = 'answered'`),
  ],
);
