import { z } from 'zod';
import { PRODUCT_REVIEW_STATES } from '@/db/schema/product-review';
import { dayFilter, textFilter } from '@/lib/list/filters';

/** Filters of the lists of reviews in their addresses; wrong values are left out, not refused. */
export const productReviewFilters = z.object({
  /** Product, order number or words of the review. */
  q: textFilter,
  state: z.enum(PRODUCT_REVIEW_STATES).optional().catch(undefined),
  stars: z.coerce.number().int().min(1).max(5).optional().catch(undefined),
  product: z.string().max(64).optional().catch(undefined),
  answered: z.enum(['yes', 'no']).optional().catch(undefined),
  from: dayFilter,
  to: dayFilter,
});
export type ProductReviewFilters = z.infer<typeof productReviewFilters>;

/** The same of what waits for a review. */
export const reviewableFilters = z.object({ q: textFilter });
