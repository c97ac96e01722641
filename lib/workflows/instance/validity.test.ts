import { describe, expect, it } from 'vitest';
import { validityOf } from './validity';

const timeZone = 'Asia/Shanghai';
const day = (text: string) => new Date(`${text}T00:00:00+08:00`);

describe('validity of a supervised purchase', () => {
  const bought = {
    billing: 'month' as const,
    periods: 1,
    acceptedAt: day('2025-02-01'),
    timeZone,
  };

  it('bought 1 January for a month, accepted 1 February, enabling time filled in: 1 January to 1 February', () => {
    expect(validityOf({ ...bought, enabledAt: day('2025-01-01') })).toEqual({
      from: day('2025-01-01'),
      until: day('2025-02-01'),
      startsBy: 'enabled',
    });
  });

  it('bought 1 January for a month, accepted 1 February, not filled in: 1 February to 1 March', () => {
    expect(validityOf({ ...bought, enabledAt: null })).toEqual({
      from: day('2025-02-01'),
      until: day('2025-03-01'),
      startsBy: 'accepted',
    });
  });

  it('ends on the last day of a month that has no such day', () => {
    const { until } = validityOf({ ...bought, enabledAt: day('2025-01-31') });
    expect(until).toEqual(day('2025-02-28'));
  });

  it('counts several years', () => {
    const leap = { ...bought, billing: 'year' as const, enabledAt: day('2024-02-29') };
    expect(validityOf({ ...leap, periods: 1 }).until).toEqual(day('2025-02-28'));
    expect(validityOf({ ...leap, periods: 4 }).until).toEqual(day('2028-02-29'));
  });

  it('has no end when the purchase was made once', () => {
    const once = validityOf({ ...bought, billing: 'oneTime', enabledAt: null });
    expect(once).toEqual({ from: day('2025-02-01'), until: null, startsBy: 'accepted' });
  });
});
