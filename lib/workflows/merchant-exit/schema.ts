import { z } from 'zod';

const words = z.string().trim().min(5).max(1000);

/** Inputs of a request to leave. */
export const merchantExitInputs = {
  request: z.object({
    reason: words,
    understood: z.literal(['on', 'true', true], {
      error: 'merchantExit.error.request.notUnderstood',
    }),
  }),
  approve: z.object({ opinion: z.string().trim().max(1000).optional() }),
  reject: z.object({ opinion: words }),
};
