import { and, desc, eq, ilike, lt, or } from 'drizzle-orm';
import { z } from 'zod';
import { MESSAGE_CHANNELS, MESSAGE_STATES, messages } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import { cappedCount } from '@/lib/list/count';
import { oneOf } from '@/lib/list/filter';
import { textFilter } from '@/lib/list/filters';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import { containing } from '@/lib/search/like';

export type MessageRow = typeof messages.$inferSelect;

export interface MessageFilter {
  q?: string | undefined;
  channel?: string | undefined;
  state?: string | undefined;
  after?: string | undefined;
  size?: number;
}

/** Filters of the list as its address and its export carry them; wrong values count as none. */
export const messageFilters = z.object({ q: textFilter, channel: textFilter, state: textFilter });
export type MessageFilters = z.infer<typeof messageFilters>;

/** Every message with its state, newest first, for operators (design 3.16). */
export async function listMessages(actor: Actor, filter: MessageFilter): Promise<Page<MessageRow>> {
  if (!can(actor, 'message.read')) return { rows: [] };
  const channel = oneOf(MESSAGE_CHANNELS, filter.channel);
  const state = oneOf(MESSAGE_STATES, filter.state);
  const size = filter.size ?? PAGE_SIZE;
  const words = containing(filter.q);
  const rows = await withActor(actor, ({ tx }) =>
    tx
      .select()
      .from(messages)
      .where(
        and(
          channel && eq(messages.channel, channel),
          state && eq(messages.state, state),
          words ? or(ilike(messages.address, words), ilike(messages.subject, words)) : undefined,
          filter.after ? lt(messages.id, filter.after) : undefined,
        ),
      )
      .orderBy(desc(messages.id))
      .limit(size + 1),
  );
  return pageOf(rows, ({ id }) => id, size);
}

/** One message, for operators. */
export async function getMessage(actor: Actor, id: string): Promise<MessageRow | undefined> {
  if (!can(actor, 'message.read')) return undefined;
  const [row] = await withActor(actor, ({ tx }) =>
    tx.select().from(messages).where(eq(messages.id, id)),
  );
  return row;
}

/** How many messages are in a state, up to the cap. */
export async function countMessages(actor: Actor, state: MessageRow['state']): Promise<number> {
  if (!can(actor, 'message.read')) return 0;
  return withActor(actor, ({ tx }) => cappedCount(tx, messages, eq(messages.state, state)));
}
