'use server';

import { cookies } from 'next/headers';
import { isLocale, LOCALE_COOKIE } from '@/lib/i18n/locales';
import { readTheme, THEME_COOKIE } from './theme';

const YEAR = 365 * 24 * 3600;
const lasting = { path: '/', maxAge: YEAR, sameSite: 'lax' } as const;

/** Visitor or anyone: the language of the interface, from the form field `locale`. */
export async function setLanguage(form: FormData): Promise<void> {
  const locale = form.get('locale');
  if (!isLocale(locale)) return;
  (await cookies()).set(LOCALE_COOKIE, locale, lasting);
}

/** Visitor or anyone: light, dark or the system's choice, from the form field `theme`. */
export async function setTheme(form: FormData): Promise<void> {
  const theme = readTheme(String(form.get('theme') ?? ''));
  const jar = await cookies();
  if (theme === 'system') jar.delete(THEME_COOKIE);
  else jar.set(THEME_COOKIE, theme, lasting);
}
