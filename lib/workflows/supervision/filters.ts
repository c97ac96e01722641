import { z } from 'zod';
import { SUPERVISION_STATES } from '@/db/schema/supervision';

const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

/** Filters of the lists in their addresses; wrong values are left out, not refused. */
export const supervisionFilters = z.object({
  q: optional(z.string().trim().min(1).max(100)),
  /** A node, or `open` for everything that is not done. */
  node: optional(z.enum([...SUPERVISION_STATES, 'open'])),
  turn: optional(z.enum(['buyer', 'merchant', 'operations'])),
  /** Days of the order time, both included. */
  from: optional(z.iso.date()),
  to: optional(z.iso.date()),
  after: optional(z.string().max(64)),
});

export type SupervisionFilters = z.infer<typeof supervisionFilters>;
