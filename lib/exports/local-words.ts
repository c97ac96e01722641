import { LOCALES } from '@/lib/i18n/locales';
import { translator } from '@/lib/i18n/translator';
import type { LocalText } from './define';

const readers = LOCALES.map((locale) => [locale, translator(locale)] as const);

/** Several catalog keys as one cell, in every language. */
export const localWords = (keys: readonly string[]): LocalText =>
  Object.fromEntries(
    readers.map(([locale, t]) => [locale, keys.map((key) => t(key)).join(' · ')]),
  ) as LocalText;
