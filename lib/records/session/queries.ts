import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { sessions } from '@/db/schema';
import { type Actor, accountOf } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';

export type Device = Pick<
  typeof sessions.$inferSelect,
  'id' | 'ip' | 'userAgent' | 'createdAt' | 'lastSeenAt'
>;

/** Devices on which the actor is signed in now, the last used first; at most 100. */
export function listDevices(actor: Actor): Promise<Device[]> {
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
        ),
      )
      .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
      .limit(100);
  });
}
