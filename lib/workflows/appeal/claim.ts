import { and, eq, lte, or } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { appealClaims, appeals } from '@/db/schema';
import { type Actor, accountOf } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import { DomainError, forbidden, notFound, refused } from '@/lib/errors';
import { settingReader } from '@/lib/settings/read';
import { appeal } from './machine';

/**
 * Takes an appeal for a while, so that two arbiters do not collide; renews the arbiter's own lease.
 * @throws DomainError refused `appeal.error.held` while a colleague holds it
 */
export async function takeClaim(tx: Tx, appealId: string, actor: Actor, now: Date): Promise<void> {
  const me = accountOf(actor);
  if (!me) throw forbidden();
  const minutes = await settingReader(tx, now)('review.claimMinutes');
  const claimedUntil = new Date(now.getTime() + minutes * 60_000);
  const taken = await tx
    .insert(appealClaims)
    .values({ appealId, claimedBy: me, claimedUntil })
    .onConflictDoUpdate({
      target: appealClaims.appealId,
      set: { claimedBy: me, claimedUntil },
      setWhere: or(eq(appealClaims.claimedBy, me), lte(appealClaims.claimedUntil, now)),
    })
    .returning({ appealId: appealClaims.appealId });
  if (taken.length > 0) return;
  const [held] = await tx.select().from(appealClaims).where(eq(appealClaims.appealId, appealId));
  throw refused('appeal.error.held', { until: held?.claimedUntil ?? now });
}

async function lockOpen(tx: Tx, actor: Actor, id: string): Promise<void> {
  if (!can(actor, 'appeal.decide')) throw forbidden();
  const [row] = await tx.select().from(appeals).where(eq(appeals.id, id)).for('update');
  if (!row) throw notFound();
  if (appeal.end.includes(row.state)) {
    throw new DomainError('wrongState', {
      params: { noun: 'appeal', state: row.state, since: row.stateSince },
    });
  }
}

/** An arbiter takes up an appeal (design 3.10). */
export function claimAppeal(actor: Actor, id: string): Promise<void> {
  return withActor(actor, async ({ tx, now }) => {
    await lockOpen(tx, actor, id);
    await takeClaim(tx, id, actor, now);
  });
}

/** Gives it back. */
export function releaseAppeal(actor: Actor, id: string): Promise<void> {
  return withActor(actor, async ({ tx }) => {
    await lockOpen(tx, actor, id);
    await tx
      .delete(appealClaims)
      .where(
        and(eq(appealClaims.appealId, id), eq(appealClaims.claimedBy, accountOf(actor) ?? '')),
      );
  });
}
