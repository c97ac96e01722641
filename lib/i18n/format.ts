import { type Locale, TIME_ZONE } from './locales';

const grouped = new Intl.NumberFormat('en-US');

/** Fen as yuan with two decimals and thousands separators: `123450n` → `¥1,234.50`. */
export function formatMoney(fen: bigint): string {
  const size = fen < 0n ? -fen : fen;
  return `${fen < 0n ? '-' : ''}¥${grouped.format(size / 100n)}.${String(size % 100n).padStart(2, '0')}`;
}

/** Fen as the plain decimal an input holds: `123450n` → `1234.50`. */
export function fenToYuan(fen: bigint): string {
  const size = fen < 0n ? -fen : fen;
  return `${fen < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
}

/** A count with thousands separators; `capped` counts read `10,000+`. */
export function formatCount(count: number | bigint, capped = false): string {
  return `${grouped.format(count)}${capped ? '+' : ''}`;
}

type Parts = Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', string>;
const clocks = new Map<string, Intl.DateTimeFormat>();

function parts(date: Date, timeZone: string): Parts {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    clocks.set(timeZone, clock);
  }
  return Object.fromEntries(clock.formatToParts(date).map((p) => [p.type, p.value])) as Parts;
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `2026-11-21` in Chinese, `21 Nov 2026` in English. */
export function formatDate(date: Date, locale: Locale, timeZone = TIME_ZONE): string {
  const p = parts(date, timeZone);
  return formatDay(`${p.year}-${p.month}-${p.day}`, locale);
}

/** A calendar day without a time, kept as `2026-11-21`, written as dates are. */
export function formatDay(day: string, locale: Locale): string {
  const [year, month, date] = day.split('-');
  if (locale === 'zh-CN' || date === undefined) return day;
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** `2026-11-21 14:05` in Chinese, `21 Nov 2026, 14:05` in English. */
export function formatDateTime(date: Date, locale: Locale, timeZone = TIME_ZONE): string {
  const p = parts(date, timeZone);
  const day = formatDate(date, locale, timeZone);
  return `${day}${locale === 'zh-CN' ? ' ' : ', '}${p.hour}:${p.minute}`;
}

/** What a native `datetime-local` input takes: `2026-11-21T14:05`. */
export function toDateTimeInput(date: Date, timeZone = TIME_ZONE): string {
  const p = parts(date, timeZone);
  return `${p.year}-${p.month}-${p.day}T${p.hour}:${p.minute}`;
}

/** Bytes as `812 B`, `4.2 KB`, `18 MB` (1 KB = 1024 bytes). */
export function formatBytes(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  const shown = unit === 0 || size >= 10 ? Math.round(size) : Math.round(size * 10) / 10;
  return `${shown} ${units[unit]}`;
}

export type DueParts = { overdue: boolean; unit: 'days' | 'hours' | 'minutes'; count: number };

/**
 * How far away a due time is, in the largest unit that is still honest: days from two days on,
 * else hours, else minutes. The sentence is `ui.due.left.<unit>` or `ui.due.over.<unit>`.
 */
export function dueParts(due: Date, now: Date): DueParts {
  const ms = due.getTime() - now.getTime();
  const minutes = Math.floor(Math.abs(ms) / 60_000);
  const overdue = ms < 0;
  if (minutes >= 48 * 60) return { overdue, unit: 'days', count: Math.floor(minutes / 1440) };
  if (minutes >= 60) return { overdue, unit: 'hours', count: Math.floor(minutes / 60) };
  return { overdue, unit: 'minutes', count: minutes };
}
