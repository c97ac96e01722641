import { describe, expect, it } from 'vitest';
import { addMonths } from './add-months';

const SHANGHAI = 'Asia/Shanghai';
const at = (text: string) => new Date(`${text}+08:00`);

describe('calendar months in a time zone', () => {
  it('keep the day and the time of day', () => {
    expect(addMonths(at('2025-01-01T10:30:00'), 1, SHANGHAI)).toEqual(at('2025-02-01T10:30:00'));
    expect(addMonths(at('2025-11-21T00:00:00'), 12, SHANGHAI)).toEqual(at('2026-11-21T00:00:00'));
  });

  it('end on the last day of a shorter month, counted from the first day, not from the last result', () => {
    expect(addMonths(at('2025-01-31T09:00:00'), 1, SHANGHAI)).toEqual(at('2025-02-28T09:00:00'));
    expect(addMonths(at('2024-01-31T09:00:00'), 1, SHANGHAI)).toEqual(at('2024-02-29T09:00:00'));
    expect(addMonths(at('2025-01-31T09:00:00'), 3, SHANGHAI)).toEqual(at('2025-04-30T09:00:00'));
    expect(addMonths(at('2024-02-29T09:00:00'), 12, SHANGHAI)).toEqual(at('2025-02-28T09:00:00'));
  });

  it('follow the calendar of the zone, not of Greenwich', () => {
    // 1 February 00:30 in Shanghai is still January in Greenwich.
    expect(addMonths(at('2025-02-01T00:30:00'), 1, SHANGHAI)).toEqual(at('2025-03-01T00:30:00'));
  });

  it('keep the time of day over a change to summer time', () => {
    const before = new Date('2025-03-15T12:00:00+01:00');
    expect(addMonths(before, 1, 'Europe/Berlin')).toEqual(new Date('2025-04-15T12:00:00+02:00'));
  });
});
