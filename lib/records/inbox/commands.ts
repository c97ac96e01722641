import { and, eq, inArray, isNull } from 'drizzle-orm';
import { messages } from '@/db/schema';
import { type Actor, accountOf } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { DomainError, notFound } from '@/lib/errors';

/*
 * Having read a message changes nothing that others rely on: it is noted without evidence, under the reader's own
 * fence.
 */

/** Marks messages of the actor as read; without ids all of them. Answers how many were unread. */
export function markRead(actor: Actor, ids?: readonly string[]): Promise<{ count: number }> {
  return withActor(actor, async ({ tx, now }) => {
    const accountId = accountOf(actor);
    if (!accountId) throw new DomainError('signedOut');
    const read = await tx
      .update(messages)
      .set({ readAt: now })
      .where(
        and(
          eq(messages.accountId, accountId),
          eq(messages.channel, 'site'),
          isNull(messages.readAt),
          ids ? inArray(messages.id, [...ids]) : undefined,
        ),
      )
      .returning({ id: messages.id });
    return { count: read.length };
  });
}

/** Marks a message as read and answers where it leads. @throws DomainError notFound */
export function openMessage(actor: Actor, id: string): Promise<{ href: string | null }> {
  return withActor(actor, async ({ tx, now }) => {
    const accountId = accountOf(actor);
    const [found] = await tx
      .select({ href: messages.href, readAt: messages.readAt })
      .from(messages)
      .where(
        and(
          eq(messages.id, id),
          eq(messages.accountId, accountId ?? ''),
          eq(messages.channel, 'site'),
        ),
      );
    if (!found) throw notFound();
    if (!found.readAt) await tx.update(messages).set({ readAt: now }).where(eq(messages.id, id));
    return { href: found.href };
  });
}
