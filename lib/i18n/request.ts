import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { LOCALE_COOKIE, negotiateLocale, TIME_ZONE } from './locales';
import { loadMessages } from './messages';

/** One language per request: cookie, else Accept-Language, else Chinese. No locale in addresses. */
export default getRequestConfig(async () => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const locale = negotiateLocale(jar.get(LOCALE_COOKIE)?.value, head.get('accept-language'));
  return { locale, messages: loadMessages(locale), timeZone: TIME_ZONE };
});
