import type { Holder } from './index';

/** Reviews of products (buyer-centre.md 6): customers write, merchants answer, operations decide and hide. */
export const productReviewPermissions = {
  'productReview.read': ['buyer', 'member', 'reviewer', 'arbiter', 'finance', 'admin'],
  'productReview.write': ['buyer'],
  'productReview.answer': ['member'],
  'productReview.negotiate': ['buyer', 'member'],
  'productReview.decide': ['reviewer', 'admin'],
  'productReview.hide': ['reviewer', 'admin'],
  'productReview.advance': ['system'],
} as const satisfies Record<string, readonly Holder[]>;
