import { and, desc, eq, ilike, isNull, lt, or } from 'drizzle-orm';
import { z } from 'zod';
import { messages } from '@/db/schema';
import { type Actor, accountOf } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { cappedCount } from '@/lib/list/count';
import { textFilter } from '@/lib/list/filters';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import { containing } from '@/lib/search/like';

export type InboxMessage = Pick<
  typeof messages.$inferSelect,
  'id' | 'type' | 'subject' | 'body' | 'href' | 'createdAt' | 'readAt'
>;

export interface InboxFilter {
  q?: string | undefined;
  type?: string | undefined;
  unread?: boolean;
  after?: string | undefined;
  size?: number;
}

/** Filters of the inbox as its address and its export carry them; wrong values count as none. */
export const inboxFilters = z.object({
  q: textFilter,
  type: textFilter,
  show: z.enum(['unread']).optional().catch(undefined),
});
export type InboxFilters = z.infer<typeof inboxFilters>;

/** Site messages of an account, under whichever hat they concern it. */
const mine = (accountId: string) =>
  and(eq(messages.accountId, accountId), eq(messages.channel, 'site'));

/** The actor's inbox, newest first. */
export function listInbox(actor: Actor, filter: InboxFilter = {}): Promise<Page<InboxMessage>> {
  return withActor(actor, async ({ tx }) => {
    const accountId = accountOf(actor);
    if (!accountId) return { rows: [] };
    const size = filter.size ?? PAGE_SIZE;
    const words = containing(filter.q);
    const rows = await tx
      .select({
        id: messages.id,
        type: messages.type,
        subject: messages.subject,
        body: messages.body,
        href: messages.href,
        createdAt: messages.createdAt,
        readAt: messages.readAt,
      })
      .from(messages)
      .where(
        and(
          mine(accountId),
          filter.type ? eq(messages.type, filter.type) : undefined,
          filter.unread ? isNull(messages.readAt) : undefined,
          words ? or(ilike(messages.subject, words), ilike(messages.body, words)) : undefined,
          filter.after ? lt(messages.id, filter.after) : undefined,
        ),
      )
      .orderBy(desc(messages.id))
      .limit(size + 1);
    return pageOf(rows, ({ id }) => id, size);
  });
}

/** Unread site messages of the actor, counted up to the cap. */
export async function countUnread(actor: Actor): Promise<number> {
  const accountId = accountOf(actor);
  if (!accountId) return 0;
  return withActor(actor, ({ tx }) =>
    cappedCount(tx, messages, and(mine(accountId), isNull(messages.readAt))),
  );
}

/** Message types in the actor's inbox, for its filter. */
export function listInboxTypes(actor: Actor): Promise<string[]> {
  return withActor(actor, async ({ tx }) => {
    const accountId = accountOf(actor);
    if (!accountId) return [];
    const rows = await tx
      .selectDistinct({ type: messages.type })
      .from(messages)
      .where(mine(accountId))
      .orderBy(messages.type);
    return rows.map(({ type }) => type);
  });
}
