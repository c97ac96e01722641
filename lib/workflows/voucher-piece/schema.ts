import { z } from 'zod';

const id = z.string().min(1).max(64);

/** Inputs of a piece's events. */
export const voucherPieceInputs = {
  claim: z.object({ voucherId: id }),
  activate: z.object({
    code: z.string().trim().min(1).max(64),
  }),
  give: z.object({ nameId: id }),
  /** The order that holds it. */
  lock: z.object({ orderId: id }),
};
