import { z } from 'zod';

const id = z.string().min(1).max(64);
/** A number typed into a form; empty is no limit. */
const bound = z.preprocess(
  (value) => (value === '' || value === undefined ? null : Number(value)),
  z.number().int().min(1).max(9_999_999).nullable(),
);
const tick = z.preprocess(
  (value) => value === true || value === 'on' || value === 'true',
  z.boolean(),
);

/** Inputs of purchase limits and allow-lists (products.md 5.2). */
export const saleRuleInputs = {
  limit: z.object({ specId: id, times: bound, quantity: bound, untilExpiry: tick }),
  unlimit: z.object({ specId: id }),
  restrict: z.object({ productId: id, specId: z.string().max(64).default('') }),
  lift: z.object({ id }),
  allow: z.object({
    restrictionId: id,
    accountName: z.string().trim().min(1).max(100),
    accountId: z.string().trim().min(1).max(64),
  }),
  disallow: z.object({ id }),
};
