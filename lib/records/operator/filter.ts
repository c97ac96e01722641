import { z } from 'zod';
import { OPERATOR_ROLES } from '@/lib/auth/actor';

/** The staff list's filters as its address carries them; wrong values count as none. */
export const operatorFilter = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  role: z.enum(OPERATOR_ROLES).optional().catch(undefined),
  state: z.enum(['active', 'disabled']).optional().catch(undefined),
  after: z.string().max(60).optional().catch(undefined),
});
