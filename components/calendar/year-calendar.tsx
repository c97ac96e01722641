import { cx } from '@/components/ui/class-names';

export interface MonthView {
  name: string;
  /** Empty cells before the first day, Monday first. */
  lead: number;
  days: {
    day: string;
    number: number;
    kind: 'working' | 'off' | 'holiday' | 'workday';
    name?: string;
    today?: boolean;
  }[];
}

/** Twelve months with what is worked and what is not; words under the colours are in `title` and in the list beside. */
export function YearCalendar({ months, weekdays }: { months: MonthView[]; weekdays: string[] }) {
  return (
    <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
      {months.map((month) => (
        <section key={month.name} className="card card__body">
          <h3 className="mb-2 font-medium">{month.name}</h3>
          <div className="grid grid-cols-7 gap-0.5 text-center text-[13px] num">
            {weekdays.map((weekday) => (
              <span key={weekday} className="text-muted">
                {weekday}
              </span>
            ))}
            {month.days.map((day, index) => (
              <span
                key={day.day}
                title={day.name}
                style={index === 0 ? { gridColumnStart: month.lead + 1 } : undefined}
                className={cx(
                  'rounded px-1 py-0.5',
                  day.kind === 'off' && 'text-muted',
                  day.kind === 'holiday' &&
                    'bg-danger-soft text-danger-soft-foreground underline decoration-dotted',
                  day.kind === 'workday' &&
                    'bg-success-soft text-success-soft-foreground font-semibold',
                  day.today && 'outline outline-2 outline-accent',
                )}
              >
                {day.number}
              </span>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
