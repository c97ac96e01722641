import { getLocale, getTranslations } from 'next-intl/server';
import {
  dueParts,
  formatBytes,
  formatCount,
  formatDate,
  formatDateTime,
  formatDay,
  formatMoney,
} from './format';
import { DEFAULT_LOCALE, isLocale, type Locale } from './locales';
import type { Translate } from './translator';

/** The reader's language. */
export async function currentLocale(): Promise<Locale> {
  const locale = await getLocale();
  return isLocale(locale) ? locale : DEFAULT_LOCALE;
}

/**
 * The reader's sentences, on the server: `const t = await getT('order')`, `t('state.paid')`.
 * Without a namespace keys are whole: `t('order.state.paid')`.
 */
export async function getT(namespace?: string): Promise<Translate> {
  return (await getTranslations(namespace)) as unknown as Translate;
}

export type Format = {
  /** fen → `¥1,234.50`; nothing → an en dash */
  money: (fen: bigint | null | undefined) => string;
  count: (count: number | bigint, capped?: boolean) => string;
  date: (date: Date | null | undefined) => string;
  dateTime: (date: Date | null | undefined) => string;
  /** a calendar day kept as `2026-11-21` */
  day: (day: string | null | undefined) => string;
  bytes: (bytes: number) => string;
  /** "3 days left", "2 hours overdue" */
  due: (due: Date, now: Date) => { text: string; overdue: boolean };
};

const NOTHING = '–';

/** Formatters bound to the reader's language and the marketplace's time zone. */
export async function getFormat(): Promise<Format> {
  const [locale, t] = await Promise.all([currentLocale(), getT('ui.due')]);
  return {
    money: (fen) => (fen === null || fen === undefined ? NOTHING : formatMoney(fen)),
    count: formatCount,
    date: (date) => (date ? formatDate(date, locale) : NOTHING),
    dateTime: (date) => (date ? formatDateTime(date, locale) : NOTHING),
    day: (day) => (day ? formatDay(day, locale) : NOTHING),
    bytes: formatBytes,
    due: (due, now) => {
      const { overdue, unit, count } = dueParts(due, now);
      return { text: t(`${overdue ? 'over' : 'left'}.${unit}`, { count }), overdue };
    },
  };
}
