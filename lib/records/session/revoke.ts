import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { sessions } from '@/db/schema';
import { type Actor, accountOf, system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { DomainError, notFound } from '@/lib/errors';
import { changeAccountIn } from '@/lib/records/account/as-account';

/** Ends sessions of an account; each request checks its row, so they are out at once. Answers how many. */
export async function revokeSessionsIn(
  tx: Tx,
  { accountId, now, except }: { accountId: string; now: Date; except?: string | undefined },
): Promise<number> {
  const gone = await tx
    .update(sessions)
    .set({ revokedAt: now })
    .where(
      and(
        eq(sessions.accountId, accountId),
        isNull(sessions.revokedAt),
        except ? ne(sessions.id, except) : undefined,
      ),
    )
    .returning({ id: sessions.id });
  return gone.length;
}

function mine(actor: Actor): string {
  const id = accountOf(actor);
  if (!id) throw new DomainError('signedOut');
  return id;
}

/**
 * Signs one device out.
 * @throws DomainError notFound for a session of somebody else
 */
export function revokeSession(actor: Actor, sessionId: string): Promise<void> {
  const accountId = mine(actor);
  return withActor(actor, (context) =>
    changeAccountIn(context, accountId, actor, 'revokeSession', async ({ tx, now }) => {
      const [gone] = await tx
        .update(sessions)
        .set({ revokedAt: now })
        .where(
          and(
            eq(sessions.id, sessionId),
            eq(sessions.accountId, accountId),
            isNull(sessions.revokedAt),
          ),
        )
        .returning({ id: sessions.id });
      if (!gone) throw notFound();
      return { after: { sessionId }, value: undefined };
    }),
  );
}

/** Signs every device out, or every other one when `keepSessionId` is given. Answers how many. */
export function signOutEverywhere(
  actor: Actor,
  keepSessionId?: string,
): Promise<{ count: number }> {
  const accountId = mine(actor);
  return withActor(actor, (context) =>
    changeAccountIn(context, accountId, actor, 'signOutEverywhere', async ({ tx, now }) => {
      const count = await revokeSessionsIn(tx, { accountId, now, except: keepSessionId });
      return { after: { count }, value: { count } };
    }),
  );
}

/** Ends one session by its id, as the cookie named it. */
export function endSession(sessionId: string): Promise<void> {
  return withActor(system('sign-out'), async (context) => {
    const { tx, now } = context;
    const [gone] = await tx
      .update(sessions)
      .set({ revokedAt: now })
      .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)))
      .returning({ accountId: sessions.accountId });
    if (!gone) return;
    await changeAccountIn(context, gone.accountId, system('sign-out'), 'signOut', async () => ({
      after: { sessionId },
      value: undefined,
    }));
  });
}
