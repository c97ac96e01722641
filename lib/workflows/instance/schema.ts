import { z } from 'zod';

/** Inputs of the events of a purchased service. */
export const instanceInputs = {
  open: z.object({
    orderLineId: z.string().min(1),
    supervisionId: z.string().nullable(),
    enabledAt: z.date().nullable(),
    acceptedAt: z.date(),
  }),
};
