import { and, asc, gte, lt } from 'drizzle-orm';
import { z } from 'zod';
import { calendarDays } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';

export type CalendarDay = typeof calendarDays.$inferSelect;

const YEARS = { first: 2000, last: 2100 };

/** The year that the calendar shows and exports; one it does not reach counts as none. */
export const calendarFilters = z.object({
  year: z.coerce.number().int().min(YEARS.first).max(YEARS.last).optional().catch(undefined),
});
export type CalendarFilters = z.infer<typeof calendarFilters>;

/**
 * Days that differ from the plain week, of one year or of all; nothing for who may not read the calendar.
 */
export async function listCalendarDays(
  actor: Actor,
  { year }: CalendarFilters,
): Promise<CalendarDay[]> {
  if (!can(actor, 'calendar.read')) return [];
  return withActor(actor, ({ tx }) =>
    tx
      .select()
      .from(calendarDays)
      .where(
        year === undefined
          ? undefined
          : and(gte(calendarDays.day, `${year}-01-01`), lt(calendarDays.day, `${year + 1}-01-01`)),
      )
      .orderBy(asc(calendarDays.day)),
  );
}
