import { and, eq, isNull } from 'drizzle-orm';
import { members, operators } from '@/db/schema';
import { type Actor, accountOf } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';

/** Where a person starts after signing in: staff in operations, members in the seller centre, others as customers. */
export function homeOf(actor: Actor): Promise<string> {
  return withActor(actor, async ({ tx }) => {
    const accountId = accountOf(actor);
    if (!accountId) return '/';
    const [operator] = await tx
      .select({ id: operators.id })
      .from(operators)
      .where(and(eq(operators.accountId, accountId), isNull(operators.disabledAt)));
    if (operator) return '/ops';
    const [member] = await tx
      .select({ id: members.id })
      .from(members)
      .where(
        and(
          eq(members.accountId, accountId),
          isNull(members.removedAt),
          isNull(members.disabledAt),
        ),
      )
      .limit(1);
    return member ? '/merchant' : '/buyer';
  });
}
