import type { Tx } from '@/db/client';
import { calendarDays } from '@/db/schema';
import type { SettingReader } from '@/lib/settings/read';
import { type DurationKey, SETTINGS } from '@/lib/settings/registry';
import { addWorkingDays, type Calendar } from './working-days';

/** The operators' calendar. */
export async function readCalendar(tx: Tx): Promise<Calendar> {
  const rows = await tx.select().from(calendarDays);
  return new Map(rows.map((row) => [row.day, row.kind]));
}

const MILLISECONDS: Record<string, number> = {
  days: 86_400_000,
  hours: 3_600_000,
  minutes: 60_000,
  seconds: 1000,
};

/** When a rule such as `order.payWithinDays` falls due, counted from `from` in the unit of the rule. */
export async function dueAfter(
  tx: Tx,
  setting: SettingReader,
  key: DurationKey,
  from: Date,
): Promise<Date> {
  const amount = (await setting(key)) as number;
  const unit = SETTINGS[key].unit;
  if (unit === 'workingDays') {
    return addWorkingDays(from, amount, await readCalendar(tx), await setting('site.timeZone'));
  }
  const factor = MILLISECONDS[unit];
  if (!factor) throw new Error(`${key} is not a length of time`);
  return new Date(from.getTime() + amount * factor);
}
