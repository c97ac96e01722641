/** Days that differ from Monday to Friday: ISO date → holiday or worked weekend. */
export type Calendar = ReadonlyMap<string, 'holiday' | 'workday'>;

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of a moment in a time zone, as `2026-11-21`. */
export function dayOf(at: Date, timeZone: string): string {
  let format = dayFormats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    dayFormats.set(timeZone, format);
  }
  return format.format(at);
}

export function isWorkingDay(at: Date, calendar: Calendar, timeZone: string): boolean {
  const day = dayOf(at, timeZone);
  const special = calendar.get(day);
  if (special) return special === 'workday';
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

const DAY = 86_400_000;

/**
 * The moment `count` working days after `from`, at the same time of day. The day of `from` does not count;
 * a request made on a holiday counts from the next working day.
 */
export function addWorkingDays(
  from: Date,
  count: number,
  calendar: Calendar,
  timeZone: string,
): Date {
  let at = from;
  for (let left = count; left > 0; ) {
    at = new Date(at.getTime() + DAY);
    if (isWorkingDay(at, calendar, timeZone)) left -= 1;
  }
  return at;
}
