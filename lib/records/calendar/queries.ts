import { and, asc, gte, lt } from 'drizzle-orm';
import { calendarDays } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';

export type CalendarDay = typeof calendarDays.$inferSelect;

/** Days of a year that differ from the plain week; nothing for who may not read the calendar. */
export async function listCalendarDays(actor: Actor, year: number): Promise<CalendarDay[]> {
  if (!can(actor, 'calendar.read')) return [];
  return withActor(actor, ({ tx }) =>
    tx
      .select()
      .from(calendarDays)
      .where(and(gte(calendarDays.day, `${year}-01-01`), lt(calendarDays.day, `${year + 1}-01-01`)))
      .orderBy(asc(calendarDays.day)),
  );
}
