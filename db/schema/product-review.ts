import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { moment, stateCheck, workflowColumns } from '../columns';
import { publicRead, tenantPolicies } from '../tenancy';
import type { ReviewOutcome } from './onboarding';
import { orders } from './order';
import { products } from './product';

export const PRODUCT_REVIEW_STATES = [
  'underReview',
  'negotiating',
  'published',
  'refused',
  'hidden',
  'deleted',
] as const;
export type ProductReviewState = (typeof PRODUCT_REVIEW_STATES)[number];

/** What is given one to five stars (buyer-centre.md 6). */
export const REVIEW_DIMENSIONS = ['quality', 'service', 'delivery'] as const;
export type ReviewDimension = (typeof REVIEW_DIMENSIONS)[number];

/** A customer's review (评价) of one order line, with the merchant's answer (buyer-centre.md 6, products.md 5.8). */
export const productReviews = pgTable(
  'product_review',
  {
    ...workflowColumns(PRODUCT_REVIEW_STATES),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    orderLineId: text('order_line_id').notNull(),
    orderNumber: text('order_number').notNull(),
    buyerId: text('buyer_id').notNull(),
    merchantId: text('merchant_id').notNull(),
    productId: text('product_id').notNull(),
    productName: text('product_name').notNull(),
    specName: text('spec_name').notNull(),
    merchantName: text('merchant_name').notNull(),
    /** The account's name, for operations; everybody else reads `reviewedBy`. */
    buyerName: text('buyer_name').notNull(),
    /** The reviewer as others see it, by the rule of the day on which it was written. */
    reviewedBy: text('reviewed_by').notNull(),
    quality: integer('quality').notNull(),
    service: integer('service').notNull(),
    delivery: integer('delivery').notNull(),
    /** One to five: the mean of the three, half up. */
    stars: integer('stars').notNull(),
    /** Codes of the setting `productReview.tags`. */
    tags: text('tags').array().notNull(),
    text: text('text').notNull(),
    pictureFileIds: text('picture_file_ids').array().notNull(),
    /** When it first stood on the product page; the buyer's times count from here. */
    publishedAt: moment('published_at'),
    /** When a negotiation began; a review is negotiated once. */
    negotiatedAt: moment('negotiated_at'),
    /** Changes after publication, and the last change at all. */
    edits: integer('edits').notNull().default(0),
    editedAt: moment('edited_at'),
    answer: text('answer'),
    answeredAt: moment('answered_at'),
    followUp: text('follow_up'),
    followedUpAt: moment('followed_up_at'),
    /** The last decision of operations on its content. */
    outcome: jsonb('outcome').$type<ReviewOutcome | null>(),
    /** Why it was hidden: the rule's id, and operations' words. */
    hiddenRule: text('hidden_rule'),
    hiddenReason: text('hidden_reason'),
  },
  (t) => [
    stateCheck('product_review', t.state, PRODUCT_REVIEW_STATES),
    check(
      'product_review_scores',
      sql`quality between 1 and 5 and service between 1 and 5 and delivery between 1 and 5 and stars between 1 and 5`,
    ),
    uniqueIndex('product_review_line').on(t.orderLineId),
    index('product_review_product').on(t.productId, t.state, t.id.desc().nullsFirst()),
    index('product_review_stars').on(t.productId, t.state, t.stars, t.id.desc().nullsFirst()),
    index('product_review_merchant').on(t.merchantId, t.id.desc().nullsFirst()),
    index('product_review_buyer').on(t.buyerId, t.id.desc().nullsFirst()),
    index('product_review_state').on(t.state, t.id.desc().nullsFirst()),
    ...tenantPolicies({ merchant: t.merchantId, buyer: t.buyerId }),
    publicRead(sql`${t.state} = 'published'`),
  ],
);

/** What buyer and merchant write to each other while a bad review is negotiated. */
export const productReviewMessages = pgTable(
  'product_review_message',
  {
    id: text('id').primaryKey(),
    reviewId: text('review_id')
      .notNull()
      .references(() => productReviews.id),
    buyerId: text('buyer_id').notNull(),
    merchantId: text('merchant_id').notNull(),
    side: text('side', { enum: ['buyer', 'merchant'] }).notNull(),
    text: text('text').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    index('product_review_message_review').on(t.reviewId, t.id),
    ...tenantPolicies({ merchant: t.merchantId, buyer: t.buyerId }),
  ],
);

/**
 * What the published reviews of a product come to. A row beside the product's own, so that a review neither waits for
 * a product that is being changed nor makes a merchant's open form stale.
 */
export const productRatings = pgTable(
  'product_rating',
  {
    productId: text('product_id')
      .primaryKey()
      .references(() => products.id),
    merchantId: text('merchant_id').notNull(),
    count: integer('count').notNull(),
    /** Sums of stars by dimension. */
    quality: integer('quality').notNull(),
    service: integer('service').notNull(),
    delivery: integer('delivery').notNull(),
    /** How many reviews have one, two, … five stars. */
    stars: integer('stars').array().notNull(),
  },
  (t) => [
    check('product_rating_count', sql`count >= 0`),
    ...tenantPolicies({ merchant: t.merchantId }),
    publicRead(sql`true`),
  ],
);
