import { DEFAULT_LOCALE, type Locale, TIME_ZONE } from '@/lib/i18n/locales';
import { translator } from '@/lib/i18n/translator';
import type { ExportColumn, ExportValue, LocalText } from './define';

/** How the person who exports reads words and moments. */
export interface Reader {
  word: (key: string) => string;
  /** A text kept in every language; in the house's first where this one is empty. */
  local: (text: LocalText) => string;
  /** `2026-11-21` */
  date: (at: Date) => string;
  /** `2026-11-21 14:05:09`, in the marketplace's time zone whatever the language: sortable text. */
  dateTime: (at: Date) => string;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clock(timeZone: string): Intl.DateTimeFormat {
  let format = clocks.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    clocks.set(timeZone, format);
  }
  return format;
}

/** The reader of one export. */
export function exportReader(locale: Locale, timeZone: string = TIME_ZONE): Reader {
  const word = translator(locale);
  return {
    word: (key) => (word.has(key) ? word(key) : (key.split('.').at(-1) ?? key)),
    local: (text) => text[locale] || text[DEFAULT_LOCALE],
    date: (at) => clock(timeZone).format(at).slice(0, 10),
    dateTime: (at) => clock(timeZone).format(at),
  };
}

/** What a text cell says to this reader. */
export function textOf(
  kind: ExportColumn<never>['kind'],
  value: NonNullable<ExportValue>,
  reader: Reader,
): string {
  if (kind === 'local' || (kind === 'word' && typeof value === 'object'))
    return reader.local(value as LocalText);
  return kind === 'word' ? reader.word(String(value)) : String(value);
}
