import { z } from 'zod';
import { textFilter } from '@/lib/list/filters';

/** The member list's filters as its address carries them; wrong values count as none. */
export const memberFilter = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  state: z.enum(['active', 'disabled']).optional().catch(undefined),
  groupId: z.string().max(60).optional().catch(undefined),
  after: z.string().max(60).optional().catch(undefined),
});

/** The filter of groups and of invitations. */
export const memberSearch = z.object({ q: textFilter });
export type MemberSearch = z.infer<typeof memberSearch>;
