import { cookies } from 'next/headers';
import { signOutAction } from '@/app/(auth)/actions';
import { currentLocale } from '@/lib/i18n/server';
import { setLanguage, setTheme } from './actions';
import { readTheme, THEME_COOKIE } from './theme';

/** The part of a frame's props that is the same in every portal. */
export async function frameProps() {
  const [locale, jar] = await Promise.all([currentLocale(), cookies()]);
  return {
    locale,
    theme: readTheme(jar.get(THEME_COOKIE)?.value),
    actions: { setLanguage, setTheme, signOut: signOutAction },
  };
}
