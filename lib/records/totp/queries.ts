import { and, eq, isNull, sql } from 'drizzle-orm';
import { recoveryCodes } from '@/db/schema';
import { type Actor, accountOf } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';

/** How many recovery codes of the actor are left. */
export function countRecoveryCodes(actor: Actor): Promise<number> {
  return withActor(actor, async ({ tx }) => {
    const accountId = accountOf(actor);
    if (!accountId) return 0;
    const [row] = await tx
      .select({ count: sql<number>`count(*)::int` })
      .from(recoveryCodes)
      .where(and(eq(recoveryCodes.accountId, accountId), isNull(recoveryCodes.usedAt)));
    return row?.count ?? 0;
  });
}
