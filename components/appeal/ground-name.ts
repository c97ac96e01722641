import type { Locale } from '@/lib/i18n/locales';
import type { Translate } from '@/lib/i18n/translator';

/** What a ground is called: operators' own words where they gave some, else the catalog's. */
export const groundName = (
  t: Translate,
  locale: Locale,
  key: string,
  name: Record<Locale, string> | null | undefined,
): string => name?.[locale] ?? (t.has(`ground.${key}`) ? t(`ground.${key}`) : key);
