import type { Calendar } from './working-days';

export interface DayView {
  /** `2026-11-21` */
  day: string;
  number: number;
  kind: 'working' | 'off' | 'holiday' | 'workday';
}

/** The months of a year, each with the weekday it begins on (0 = Monday) and what every day is. */
export function yearView(year: number, calendar: Calendar): { lead: number; days: DayView[] }[] {
  return Array.from({ length: 12 }, (_, month) => {
    const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    const days = Array.from({ length }, (_, index): DayView => {
      const date = new Date(Date.UTC(year, month, index + 1));
      const day = date.toISOString().slice(0, 10);
      const weekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
      return { day, number: index + 1, kind: calendar.get(day) ?? (weekend ? 'off' : 'working') };
    });
    return { lead: (new Date(Date.UTC(year, month, 1)).getUTCDay() + 6) % 7, days };
  });
}
