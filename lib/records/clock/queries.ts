import { and, asc, eq } from 'drizzle-orm';
import { deadlines } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { clockCanMove, withActor } from '@/lib/engine/with-actor';
import { PAGE_SIZE } from '@/lib/list/keyset';

export type DueRow = typeof deadlines.$inferSelect;

/** What time it is for the marketplace, and whether it can be moved. */
export function readClock(actor: Actor): Promise<{ now: Date; movable: boolean }> {
  return withActor(actor, async ({ now }) => ({ now, movable: clockCanMove() }));
}

/** What falls due next, soonest first (design 3.7); nothing for who may not read the calendar. */
export async function listUpcomingDeadlines(actor: Actor, noun?: string): Promise<DueRow[]> {
  if (!can(actor, 'calendar.read')) return [];
  return withActor(actor, ({ tx }) =>
    tx
      .select()
      .from(deadlines)
      .where(and(eq(deadlines.status, 'pending'), noun ? eq(deadlines.noun, noun) : undefined))
      .orderBy(asc(deadlines.dueAt), asc(deadlines.id))
      .limit(PAGE_SIZE),
  );
}
