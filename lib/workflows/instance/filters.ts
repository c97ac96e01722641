import { z } from 'zod';

/** Filters of the list of purchased services in its address; wrong values are left out. */
export const instanceFilters = z.object({
  q: z.string().trim().min(1).max(100).optional().catch(undefined),
  after: z.string().max(64).optional().catch(undefined),
});

export type InstanceFilters = z.infer<typeof instanceFilters>;
