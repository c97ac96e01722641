import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { messages } from '@/db/schema';
import { type Actor, accountOf } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { DomainError, notFound } from '@/lib/errors';
import type { InboxMessage } from './queries';

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

/** One message of the actor's inbox, marked as read by opening it. @throws DomainError notFound */
export function openMessage(actor: Actor, id: string): Promise<InboxMessage> {
  return withActor(actor, async ({ tx, now }) => {
    const [found] = await tx
      .update(messages)
      .set({ readAt: sql`coalesce(${messages.readAt}, ${now.toISOString()}::timestamptz)` })
      .where(
        and(
          eq(messages.id, id),
          eq(messages.accountId, accountOf(actor) ?? ''),
          eq(messages.channel, 'site'),
        ),
      )
      .returning({
        id: messages.id,
        type: messages.type,
        subject: messages.subject,
        body: messages.body,
        href: messages.href,
        createdAt: messages.createdAt,
        readAt: messages.readAt,
      });
    if (!found) throw notFound();
    return found;
  });
}
