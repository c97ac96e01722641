import { z } from 'zod';

const words = z.string().trim().min(1).max(5000);

/** Inputs of a question's events. */
export const questionInputs = {
  ask: z.object({ productId: z.string().min(1), text: words }),
  answer: z.object({ answer: words }),
  hide: z.object({ reason: words.max(500) }),
};
