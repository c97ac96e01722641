import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';

/**
 * Hands the named top-level catalogs (and the kit's own) to the client components inside.
 * For forms and wizards; lists and details translate on the server and need none.
 * @param namespaces e.g. `['onboarding', 'file']`
 */
export async function Words({
  namespaces,
  children,
}: {
  namespaces: string[];
  children: ReactNode;
}) {
  const all = await getMessages();
  const picked = Object.fromEntries(
    ['ui', ...namespaces].filter((name) => name in all).map((name) => [name, all[name]]),
  );
  return <NextIntlClientProvider messages={picked}>{children}</NextIntlClientProvider>;
}
