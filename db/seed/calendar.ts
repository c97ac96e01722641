import type { Tx } from '../client';
import { calendarDays } from '../schema';

/** Public holidays and worked weekends of mainland China in 2026, first and last day of each. */
const HOLIDAYS: [from: string, to: string, name: string][] = [
  ['2026-01-01', '2026-01-03', '元旦'],
  ['2026-02-15', '2026-02-23', '春节'],
  ['2026-04-04', '2026-04-06', '清明节'],
  ['2026-05-01', '2026-05-05', '劳动节'],
  ['2026-06-19', '2026-06-21', '端午节'],
  ['2026-09-25', '2026-09-27', '中秋节'],
  ['2026-10-01', '2026-10-07', '国庆节'],
];
const WORKED: [day: string, name: string][] = [
  ['2026-01-04', '元旦调休'],
  ['2026-02-14', '春节调休'],
  ['2026-02-28', '春节调休'],
  ['2026-05-09', '劳动节调休'],
  ['2026-09-20', '国庆节调休'],
  ['2026-10-10', '国庆节调休'],
];

function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

/** Fills the working-day calendar; operators add the years to come. */
export async function seedCalendar(tx: Tx): Promise<void> {
  const holidays = HOLIDAYS.flatMap(([from, to, name]) =>
    daysBetween(from, to).map((day) => ({ day, kind: 'holiday' as const, name })),
  );
  const worked = WORKED.map(([day, name]) => ({ day, kind: 'workday' as const, name }));
  await tx
    .insert(calendarDays)
    .values([...holidays, ...worked])
    .onConflictDoNothing();
}
