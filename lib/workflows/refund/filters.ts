import { z } from 'zod';
import { REFUND_STATES } from '@/db/schema/refund';
import { dayFilter, textFilter } from '@/lib/list/filters';

/** Filters of the lists in their addresses; wrong values are left out, not refused. */
export const refundFilters = z.object({
  q: textFilter,
  /** A state, or `open` for everything that is under way. */
  state: z
    .enum([...REFUND_STATES, 'open'])
    .optional()
    .catch(undefined),
  /** All of the cash, or a part of it. */
  part: z.enum(['full', 'partial']).optional().catch(undefined),
  /** Past the time in which somebody should have acted. */
  overdue: z.enum(['yes']).optional().catch(undefined),
  /** Days of the request, both included. */
  from: dayFilter,
  to: dayFilter,
  after: z.string().max(64).optional().catch(undefined),
});
export type RefundFilters = z.infer<typeof refundFilters>;

/** Filters of the list of orders that can be refunded. */
export const refundableFilters = z.object({
  q: textFilter,
  after: z.string().max(64).optional().catch(undefined),
});
export type RefundableFilters = z.infer<typeof refundableFilters>;
