import { countReviews } from '@/lib/workflows/product-review/queries';
import { countReviewables } from '@/lib/workflows/product-review/reviewable-queries';
import type { Counter } from './define';

export const productReviewCounters: Counter[] = [
  {
    name: 'reviewsToWrite',
    portal: 'buyer',
    href: '/buyer/reviews/waiting',
    permission: 'productReview.write',
    count: countReviewables,
  },
  {
    name: 'reviewsNegotiating',
    portal: 'merchant',
    href: '/merchant/reviews?state=negotiating',
    permission: 'productReview.read',
    count: (actor) => countReviews(actor, { state: 'negotiating' }),
  },
];
