import { and, desc, eq, gt, ilike, isNull, or } from 'drizzle-orm';
import { z } from 'zod';
import { sessions } from '@/db/schema';
import { type Actor, accountOf } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { contains, textFilter } from '@/lib/list/filters';

export type Device = Pick<
  typeof sessions.$inferSelect,
  'id' | 'ip' | 'userAgent' | 'createdAt' | 'lastSeenAt'
>;

/** Filters of the list and of its export. */
export const deviceFilters = z.object({ q: textFilter });

/** Devices on which the actor is signed in now, the last used first; at most 100. */
export function listDevices(
  actor: Actor,
  { q }: z.infer<typeof deviceFilters> = {},
): Promise<Device[]> {
  return withActor(actor, async ({ tx }) => {
    const accountId = accountOf(actor);
    if (!accountId) return [];
    return tx
      .select({
        id: sessions.id,
        ip: sessions.ip,
        userAgent: sessions.userAgent,
        createdAt: sessions.createdAt,
        lastSeenAt: sessions.lastSeenAt,
      })
      .from(sessions)
      .where(
        and(
          eq(sessions.accountId, accountId),
          isNull(sessions.revokedAt),
          gt(sessions.expiresAt, new Date()),
          q
            ? or(ilike(sessions.userAgent, contains(q)), ilike(sessions.ip, contains(q)))
            : undefined,
        ),
      )
      .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
      .limit(100);
  });
}
