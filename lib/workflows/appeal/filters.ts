import { z } from 'zod';
import { APPEAL_OUTCOMES, APPEAL_SIDES, APPEAL_STATES } from '@/db/schema/appeal';

const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

/** Filters of the lists in their addresses; wrong values are left out, not refused. */
export const appealFilters = z.object({
  q: optional(z.string().trim().min(1).max(100)),
  /** A state, or `open` for everything that is not over. */
  state: optional(z.enum([...APPEAL_STATES, 'open'])),
  /** Whose appeal it is. */
  by: optional(z.enum(APPEAL_SIDES)),
  turn: optional(z.enum(['buyer', 'merchant', 'operations'])),
  outcome: optional(z.enum(APPEAL_OUTCOMES)),
  /** Open beyond the time that the house promises. */
  overdue: optional(z.literal('1')),
  /** Days of the opening, both included. */
  from: optional(z.iso.date()),
  to: optional(z.iso.date()),
  after: optional(z.string().max(64)),
});

export type AppealFilters = z.infer<typeof appealFilters>;
