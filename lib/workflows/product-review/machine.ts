import { PRODUCT_REVIEW_STATES, type productReviews } from '@/db/schema/product-review';
import { defineMachine, type Guard } from '@/lib/engine/define';
import type { Complaint } from './limits';
import { productReviewInputs } from './schema';
import type { Bought } from './source';

export type ProductReviewRow = typeof productReviews.$inferSelect;

export interface ProductReviewFacts {
  /** Where the event leaves a review whose content it brings or passes. */
  landing?: 'underReview' | 'negotiating' | 'published';
  /** What is reviewed; on opening only. */
  bought?: Bought;
  /** A time that is over, or a number that is used up. */
  complaint?: Complaint | undefined;
}

type ReviewGuard = Guard<ProductReviewRow, ProductReviewFacts>;

const allowed: ReviewGuard = ({ facts }) => facts.complaint;

const landing = ({ facts }: { facts: ProductReviewFacts }) => facts.landing ?? 'underReview';

const OPEN = ['underReview', 'negotiating', 'published'] as const;

/**
 * A customer's review of what was bought (buyer-centre.md 6). Operations may read it first; a bad one gives merchant and
 * customer time to settle the matter before it is published as it stands, once.
 */
export const productReview = defineMachine<ProductReviewRow, ProductReviewFacts>()({
  noun: 'productReview',
  states: PRODUCT_REVIEW_STATES,
  end: ['deleted'],
  events: {
    open: {
      from: 'none',
      to: { oneOf: OPEN, choose: landing },
      by: ['productReview.write'],
      input: productReviewInputs.open,
      guards: [allowed],
      notify: ['reviewers', 'merchant'],
    },
    edit: {
      from: ['underReview', 'negotiating', 'published', 'refused'],
      to: { oneOf: OPEN, choose: landing },
      by: ['productReview.write'],
      input: productReviewInputs.edit,
      guards: [allowed],
      notify: ['reviewers', 'merchant'],
    },
    pass: {
      from: ['underReview'],
      to: {
        oneOf: ['negotiating', 'published'],
        choose: ({ facts }) => facts.landing ?? 'published',
      },
      by: ['productReview.decide'],
      input: productReviewInputs.pass,
      notify: ['buyer', 'merchant'],
    },
    refuse: {
      from: ['underReview'],
      to: 'refused',
      by: ['productReview.decide'],
      input: productReviewInputs.refuse,
      notify: ['buyer'],
    },
    say: {
      from: ['negotiating'],
      to: 'negotiating',
      by: ['productReview.negotiate'],
      input: productReviewInputs.say,
      notify: ['counterpart'],
    },
    keep: {
      from: ['negotiating'],
      to: 'published',
      by: ['productReview.write'],
      notify: ['merchant'],
    },
    publish: {
      from: ['negotiating'],
      to: 'published',
      by: ['productReview.advance'],
      notify: ['buyer', 'merchant'],
    },
    answer: {
      from: ['published'],
      to: 'published',
      by: ['productReview.answer'],
      input: productReviewInputs.answer,
      guards: [allowed],
      notify: ['buyer'],
    },
    followUp: {
      from: ['published'],
      to: 'published',
      by: ['productReview.write'],
      input: productReviewInputs.followUp,
      guards: [allowed],
      notify: ['merchant'],
    },
    hide: {
      from: ['published'],
      to: 'hidden',
      by: ['productReview.hide'],
      input: productReviewInputs.hide,
      notify: ['buyer', 'merchant'],
    },
    show: {
      from: ['hidden'],
      to: 'published',
      by: ['productReview.hide'],
      notify: ['buyer', 'merchant'],
    },
    delete: {
      from: ['underReview', 'negotiating', 'published', 'refused', 'hidden'],
      to: 'deleted',
      by: ['productReview.write'],
      guards: [allowed],
      notify: [],
    },
    remind: {
      from: ['underReview'],
      to: 'underReview',
      by: ['productReview.advance'],
      notify: ['reviewers'],
    },
  },
  turn: {
    underReview: 'operations',
    negotiating: 'merchant',
    published: null,
    refused: null,
    hidden: null,
    deleted: null,
  },
  deadlines: {
    underReview: [{ setting: 'productReview.reviewWorkingDays', fire: 'remind', repeat: true }],
    negotiating: [{ setting: 'productReview.negotiateHours', fire: 'publish' }],
  },
  review: {
    state: 'underReview',
    approve: 'pass',
    reject: 'refuse',
    permission: 'productReview.decide',
  },
  subject: (row) => ({ productId: row.productId }),
});
