import { z } from 'zod';

/** Most that one restock may add or take away (products.md 5.5). */
export const RESTOCK_BOUND = 9_999_999;

const specId = z.string().min(1).max(64);

/** Inputs of stock management. */
export const stockInputs = {
  keep: z.object({ specId }),
  stop: z.object({ specId }),
  restock: z.object({
    specId,
    change: z.coerce
      .number({ message: 'stock.error.changeWhole' })
      .int({ message: 'stock.error.changeWhole' })
      .min(-RESTOCK_BOUND, { message: 'stock.error.changeBound' })
      .max(RESTOCK_BOUND, { message: 'stock.error.changeBound' })
      .refine((value) => value !== 0, { message: 'stock.error.changeZero' }),
    note: z.string().trim().min(1).max(200),
  }),
};
