import { describe, expect, test } from 'vitest';
import { contains, dayFilter, dayRange, textFilter } from './filters';

describe('filters of an address', () => {
  test.each([
    ['  云迁移 ', '云迁移'],
    ['a\0b', 'ab'],
    ['x'.repeat(200), 'x'.repeat(100)],
    ['   ', undefined],
    ['\0', undefined],
    [undefined, undefined],
    [['a', 'b'], undefined],
  ])('a word %j reads as %j', (given, read) => {
    expect(textFilter.parse(given)).toBe(read);
  });

  test.each([
    ['2026-11-21', '2026-11-21'],
    ['2026-02-30', undefined],
    ['21.11.2026', undefined],
    ['', undefined],
  ])('a day %j reads as %j', (given, read) => {
    expect(dayFilter.parse(given)).toBe(read);
  });

  test('days span from midnight to midnight of the marketplace’s time zone, the last one included', () => {
    expect(dayRange({ from: '2026-11-21', to: '2026-11-21' }, 'Asia/Shanghai')).toEqual({
      from: new Date('2026-11-20T16:00:00Z'),
      to: new Date('2026-11-21T16:00:00Z'),
    });
    expect(dayRange({})).toEqual({});
  });

  test('wildcards that people type are plain characters', () => {
    expect(contains('50%_\\')).toBe('%50\\%\\_\\\\%');
  });
});
