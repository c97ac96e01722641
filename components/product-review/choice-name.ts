import type { Locale } from '@/lib/i18n/locales';

/** A tag or rule of the settings in the reader's language; what the settings no longer know keeps its code. */
export const choiceName = (choice: { zh: string; en: string } | string, locale: Locale): string =>
  typeof choice === 'string' ? choice : locale === 'en' ? choice.en : choice.zh;
