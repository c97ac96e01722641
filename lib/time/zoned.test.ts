import { describe, expect, it } from 'vitest';
import { momentOf } from './zoned';

describe('moments that people type', () => {
  it('begin a day at midnight of the marketplace', () => {
    expect(momentOf('2026-11-21', 'Asia/Shanghai')?.toISOString()).toBe('2026-11-20T16:00:00.000Z');
    expect(momentOf('2026-11-21T09:30', 'Asia/Shanghai')?.toISOString()).toBe(
      '2026-11-21T01:30:00.000Z',
    );
  });

  it('follow summer time', () => {
    expect(momentOf('2026-07-01', 'Europe/Berlin')?.toISOString()).toBe('2026-06-30T22:00:00.000Z');
    expect(momentOf('2026-12-01', 'Europe/Berlin')?.toISOString()).toBe('2026-11-30T23:00:00.000Z');
  });

  it('keep an offset that was given, and refuse days that do not exist', () => {
    expect(momentOf('2026-11-21T09:30:00Z', 'Asia/Shanghai')?.toISOString()).toBe(
      '2026-11-21T09:30:00.000Z',
    );
    expect(momentOf('2026-02-30', 'Asia/Shanghai')).toBeUndefined();
    expect(momentOf('tomorrow', 'Asia/Shanghai')).toBeUndefined();
  });
});
