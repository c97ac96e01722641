import { Search } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type ReactNode, Suspense } from 'react';
import { ToastArea } from '@/components/ui/toast';
import { AccountMenu } from './account-menu';
import { Behaviour } from './behaviour';
import type { FrameProps } from './frame';
import { Live } from './live';
import { findEntry, visibleEntries } from './navigation/all';
import { NoticeBell } from './notice-bell';
import { PreferenceMenus } from './preference-menus';
import { PrintHead } from './print-head';
import { Wordmark } from './wordmark';

const SPECIAL = new Set(['search', 'signIn', 'signUp']);

/** The storefront's frame: wordmark, search, categories, and the person's hats or the ways in. */
export function StoreFrame({
  query,
  children,
  ...frame
}: FrameProps & { query?: string; children: ReactNode }) {
  const t = useTranslations('shell');
  const nav = useTranslations('nav');
  const { viewer, figures, page, locale } = frame;
  const search = findEntry('store', 'search');
  const links = visibleEntries('store', viewer?.permissions ?? []).filter(
    ({ key }) => !SPECIAL.has(key),
  );
  return (
    <div className="shell shell--store">
      <Suspense>
        <PrintHead brand={t('brand')} label={t('printed')} locale={locale} {...page} />
      </Suspense>
      <a href="#main" className="skip-link">
        {t('skip')}
      </a>
      <header className="topbar">
        <Link href="/" prefetch={false} className="topbar__brand">
          <Wordmark name={t('brand')} />
        </Link>
        {search && (
          <form action={search.href} method="get" data-soft="" className="topbar__search">
            <Search aria-hidden="true" />
            <input
              type="search"
              name="q"
              defaultValue={query}
              className="input"
              placeholder={t('storeSearch')}
              aria-label={t('storeSearch')}
            />
          </form>
        )}
        <nav className="topbar__links" aria-label={nav('portal.store')}>
          {links.map((entry) => (
            <Link key={entry.key} href={entry.href} prefetch={false}>
              {nav(`store.${entry.key}`)}
            </Link>
          ))}
        </nav>
        <span className="flex-1" />
        {viewer && (
          <nav className="topbar__links" aria-label={t('hats')}>
            {[...new Map(viewer.hats.map((hat) => [hat.portal, hat])).values()].map((hat) => (
              <Link key={hat.portal} href={hat.href} prefetch={false}>
                {nav(`portal.${hat.portal}`)}
              </Link>
            ))}
          </nav>
        )}
        {viewer && <NoticeBell initial={figures?.unread ?? 0} />}
        <PreferenceMenus {...frame} />
        <AccountMenu {...frame} />
      </header>
      <main id="main" className="store-page" tabIndex={-1}>
        {children}
      </main>
      <footer className="store-foot">
        <Wordmark name={t('brand')} />
        <span className="text-muted">{t('footer')}</span>
        <Link href="/announcements" prefetch={false} className="link">
          {t('notices')}
        </Link>
      </footer>
      <Suspense>
        <Behaviour loading={t('loading')} />
      </Suspense>
      {viewer && <Live />}
      <ToastArea close={t('close')} />
    </div>
  );
}
