import { cookies, headers } from 'next/headers';
import { signOutAction } from '@/app/(auth)/actions';
import { currentLocale } from '@/lib/i18n/server';
import { setLanguage, setTheme } from './actions';
import { readTheme, THEME_COOKIE } from './theme';

/** The part of a frame's props that is the same in every portal. */
export async function frameProps() {
  const [locale, jar, head] = await Promise.all([currentLocale(), cookies(), headers()]);
  return {
    locale,
    theme: readTheme(jar.get(THEME_COOKIE)?.value),
    page: { host: head.get('x-forwarded-host') ?? head.get('host') ?? '', madeAt: new Date() },
    actions: { setLanguage, setTheme, signOut: signOutAction },
  };
}
