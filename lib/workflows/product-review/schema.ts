import { z } from 'zod';
import { approval, rejection } from '@/lib/review/outcome';

/** Fields of a review that operations can refuse. */
export const REVIEW_FIELDS = ['text', 'pictures', 'tags'] as const;

const star = z.preprocess(
  (value) => (value === undefined || value === '' ? undefined : Number(value)),
  z
    .number({ error: 'productReview.error.stars' })
    .int('productReview.error.stars')
    .min(1, 'productReview.error.stars')
    .max(5, 'productReview.error.stars'),
);

// Lengths and numbers are settings; the bounds here only keep nonsense out.
const words = z.string().trim().min(1).max(5000);
const ids = z
  .array(z.string().min(1).max(64))
  .max(100)
  .transform((list) => [...new Set(list.filter(Boolean))])
  .default([]);

const content = z.object({
  quality: star,
  service: star,
  delivery: star,
  tags: ids,
  text: words,
  pictures: ids,
});
export type ReviewContent = z.infer<typeof content>;

/** Inputs of the events of a product review (buyer-centre.md 6). */
export const productReviewInputs = {
  open: content.extend({ orderLineId: z.string().min(1).max(64) }),
  edit: content,
  pass: approval,
  refuse: rejection(REVIEW_FIELDS),
  say: z.object({ text: words }),
  answer: z.object({ answer: words }),
  followUp: z.object({ followUp: words }),
  hide: z.object({ rule: z.string().min(1).max(32), reason: z.string().trim().min(2).max(500) }),
};
