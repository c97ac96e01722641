import { momentOf } from './zoned';

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Year, month (1–12), day and time of day (`09:30:00`) that a clock in the zone shows. */
function localOf(at: Date, timeZone: string) {
  let clock = clocks.get(timeZone);
  if (!clock) {
    // Swedish writes dates as ISO does.
    clock = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    clocks.set(timeZone, clock);
  }
  const [date = '', time = ''] = clock.format(at).split(' ');
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return { year, month, day, time };
}

const written = (value: number, length: number) => String(value).padStart(length, '0');

/**
 * The same time of day `count` calendar months later in the zone. A day that the month does not have becomes the
 * month's last: one month from 31 January ends on 28 or 29 February.
 */
export function addMonths(from: Date, count: number, timeZone: string): Date {
  const local = localOf(from, timeZone);
  const months = local.year * 12 + (local.month - 1) + count;
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const day = Math.min(local.day, last);
  const text = `${written(year, 4)}-${written(month, 2)}-${written(day, 2)}T${local.time}.${written(from.getUTCMilliseconds(), 3)}`;
  const at = momentOf(text, timeZone);
  if (!at) throw new Error(`no such moment: ${text}`);
  return at;
}
