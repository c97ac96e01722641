import { describe, expect, it } from 'vitest';
import { tidyClock, tidyDate, tidyMoney } from './tidy';

describe('what people type', () => {
  it.each([
    ['2026/1/5', '2026-01-05'],
    ['20260105', '2026-01-05'],
    ['2026年1月5日', '2026-01-05'],
    ['soon', 'soon'],
    ['', ''],
  ])('as a day: %s', (typed, day) => {
    expect(tidyDate(typed)).toBe(day);
  });

  it.each([
    ['9', '09:00'],
    ['9：05', '09:05'],
    ['1430', '14:30'],
    ['noon', 'noon'],
  ])('as a time: %s', (typed, clock) => {
    expect(tidyClock(typed)).toBe(clock);
  });

  it.each([
    ['¥1,234.5', '1234.50'],
    ['￥12', '12.00'],
    ['1.234', '1.234'],
    ['-5', '-5'],
    ['', ''],
  ])('as an amount: %s', (typed, amount) => {
    expect(tidyMoney(typed)).toBe(amount);
  });
});
