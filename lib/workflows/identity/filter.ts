import { z } from 'zod';
import { IDENTITY_KINDS, IDENTITY_STATES } from '@/db/schema/identity';

/** The list's filters as its address carries them; wrong values count as none. */
export const identityFilter = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  state: z.enum(IDENTITY_STATES).optional().catch(undefined),
  kind: z.enum(IDENTITY_KINDS).optional().catch(undefined),
  after: z.string().max(60).optional().catch(undefined),
});
