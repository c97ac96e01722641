import { describe, expect, it } from 'vitest';
import { dueParts, fenToYuan, formatBytes, formatDateTime, formatDay, formatMoney } from './format';
import { sentences } from './sentences';

describe('formats', () => {
  it('shows fen as yuan, exact at any size', () => {
    expect(formatMoney(0n)).toBe('¥0.00');
    expect(formatMoney(5n)).toBe('¥0.05');
    expect(formatMoney(-123450n)).toBe('-¥1,234.50');
    expect(formatMoney(9_007_199_254_740_993n)).toBe('¥90,071,992,547,409.93');
    expect(fenToYuan(123405n)).toBe('1234.05');
  });

  it('shows times in the time zone of the marketplace', () => {
    const at = new Date('2026-11-21T16:05:00Z');
    expect(formatDateTime(at, 'zh-CN')).toBe('2026-11-22 00:05');
    expect(formatDateTime(at, 'en')).toBe('22 Nov 2026, 00:05');
    expect(formatDay('2026-11-04', 'zh-CN')).toBe('2026-11-04');
    expect(formatDay('2026-11-04', 'en')).toBe('4 Nov 2026');
  });

  it('counts days only from two days on, and tells overdue from left', () => {
    const now = new Date('2026-11-21T00:00:00Z');
    const away = (ms: number) => dueParts(new Date(now.getTime() + ms), now);
    expect(away(72 * 3600_000)).toEqual({ overdue: false, unit: 'days', count: 3 });
    expect(away(47 * 3600_000)).toEqual({ overdue: false, unit: 'hours', count: 47 });
    expect(away(-30 * 60_000)).toEqual({ overdue: true, unit: 'minutes', count: 30 });
  });

  it('shows sizes in the largest unit', () => {
    expect(formatBytes(812)).toBe('812 B');
    expect(formatBytes(4300)).toBe('4.2 KB');
    expect(formatBytes(20 * 1024 * 1024)).toBe('20 MB');
  });

  it('puts a space between sentences, and none after Chinese punctuation', () => {
    expect(sentences('Up to 5 MB.', '', 'At most 3.')).toBe('Up to 5 MB. At most 3.');
    expect(sentences('不超过 5 MB。', '最多 3 张。')).toBe('不超过 5 MB。最多 3 张。');
    expect(sentences('支持 PDF', '最多 3 张。')).toBe('支持 PDF 最多 3 张。');
    expect(sentences('', '最多 3 张。')).toBe('最多 3 张。');
  });
});
