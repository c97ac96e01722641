import type { ServiceHours } from '@/db/schema/support-group';

/** Minutes since midnight of `HH:MM`; `24:00` is the end of the day. */
const minutesOf = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

/** Hours of service on each weekday (index 1 to 7); stretches that overlap count once. */
export function hoursPerDay(stretches: readonly ServiceHours[]): number[] {
  const perDay = Array.from({ length: 8 }, () => 0);
  for (let day = 1; day <= 7; day += 1) {
    const spans = stretches
      .filter(({ days }) => days.includes(day))
      .map(({ from, to }) => [minutesOf(from), minutesOf(to)] as const)
      .sort(([a], [b]) => a - b);
    let end = 0;
    let minutes = 0;
    for (const [from, to] of spans) {
      minutes += Math.max(0, to - Math.max(from, end));
      end = Math.max(end, to);
    }
    perDay[day] = minutes / 60;
  }
  return perDay;
}

/** Whether service is offered on at least `days` days of at least `hours` hours each (5x8, onboarding.md 7.2). */
export const covers = (stretches: readonly ServiceHours[], days: number, hours: number): boolean =>
  hoursPerDay(stretches).filter((count) => count >= hours).length >= days;

/** Weekdays as runs for reading: `[1,2,3,4,5,7]` → `[[1,5],[7,7]]`. */
export function runsOf(days: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const day of [...new Set(days)].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last && last[1] === day - 1) last[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}
