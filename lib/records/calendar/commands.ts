import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { calendarDays } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { change } from '@/lib/engine/change';
import { parseInput } from '@/lib/engine/parse';

export const calendarInput = z.object({
  day: z.iso.date(),
  /** `plain` takes the exception back. */
  kind: z.enum(['holiday', 'workday', 'plain']),
  name: z.string().trim().max(60).default(''),
});

/** Marks a day as holiday or worked weekend, or as a plain day again. Deadlines set from then on count with it. */
export async function changeCalendarDay(actor: Actor, input: unknown): Promise<void> {
  const { day, kind, name } = parseInput(calendarInput, input);
  return change(
    actor,
    { noun: 'calendar', action: 'change', permission: 'calendar.change' },
    async ({ tx }) => {
      const [before] = await tx.select().from(calendarDays).where(eq(calendarDays.day, day));
      if (kind === 'plain') await tx.delete(calendarDays).where(eq(calendarDays.day, day));
      else {
        await tx
          .insert(calendarDays)
          .values({ day, kind, name })
          .onConflictDoUpdate({ target: calendarDays.day, set: { kind, name } });
      }
      return {
        subjectId: day,
        stream: 'calendar:days',
        tenant: {},
        before,
        after: { day, kind, name },
        value: undefined,
      };
    },
  );
}
