import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingDays, type Calendar, isWorkingDay } from './working-days';

const ZONE = 'Asia/Shanghai';
const plain: Calendar = new Map();
const at = (text: string) => new Date(`${text}+08:00`);

describe('working days', () => {
  it('skip the weekend and keep the time of day', () => {
    // 2026-11-20 is a Friday.
    expect(addWorkingDays(at('2026-11-20T10:30:00'), 3, plain, ZONE)).toEqual(
      at('2026-11-25T10:30:00'),
    );
  });

  it('count from the next working day when the request came on a weekend', () => {
    expect(addWorkingDays(at('2026-11-21T09:00:00'), 1, plain, ZONE)).toEqual(
      at('2026-11-23T09:00:00'),
    );
  });

  it('follow the calendar: holidays do not count, worked weekends do', () => {
    const calendar: Calendar = new Map([
      ['2026-11-23', 'holiday'],
      ['2026-11-22', 'workday'],
    ]);
    expect(addWorkingDays(at('2026-11-20T10:00:00'), 2, calendar, ZONE)).toEqual(
      at('2026-11-24T10:00:00'),
    );
  });

  it('are days of the marketplace’s zone, not of the server', () => {
    // Sunday 23:30 in London is Monday in Shanghai.
    expect(isWorkingDay(new Date('2026-11-22T23:30:00Z'), plain, ZONE)).toBe(true);
    expect(isWorkingDay(new Date('2026-11-22T23:30:00Z'), plain, 'Europe/London')).toBe(false);
  });

  it('always end on a working day, exactly as many working days later', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 40 }),
        (from, count) => {
          const end = addWorkingDays(from, count, plain, ZONE);
          let passed = 0;
          for (let day = from.getTime() + 86_400_000; day <= end.getTime(); day += 86_400_000)
            if (isWorkingDay(new Date(day), plain, ZONE)) passed += 1;
          expect(isWorkingDay(end, plain, ZONE)).toBe(true);
          expect(passed).toBe(count);
        },
      ),
    );
  });
});
