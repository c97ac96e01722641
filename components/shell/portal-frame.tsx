import { Menu as MenuIcon } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type ReactNode, Suspense } from 'react';
import { buttonClass } from '@/components/ui/button';
import { ToastArea } from '@/components/ui/toast';
import type { Portal } from '@/lib/auth/viewer';
import { AccountMenu } from './account-menu';
import { Behaviour } from './behaviour';
import type { FrameProps } from './frame';
import { HatSwitcher } from './hat-switcher';
import { Live } from './live';
import { navGroups } from './nav-groups';
import { NavList } from './nav-list';
import { NoticeBell } from './notice-bell';
import { PaletteButton } from './palette-button';
import { PreferenceMenus } from './preference-menus';
import { PrintHead } from './print-head';
import { Wordmark } from './wordmark';

/**
 * The frame of the three signed-in portals: bar on top, groups at the left (a drawer at phone
 * width), page in the middle. Everything it shows comes as plain props.
 */
export function PortalFrame({
  portal,
  children,
  ...frame
}: FrameProps & { portal: Portal; children: ReactNode }) {
  const t = useTranslations('shell');
  const nav = useTranslations('nav');
  const { viewer, figures, page, locale } = frame;
  const groups = navGroups(portal, viewer?.permissions ?? [], figures?.counters ?? {}, nav);
  return (
    <div className="shell">
      <Suspense>
        <PrintHead brand={t('brand')} label={t('printed')} locale={locale} {...page} />
      </Suspense>
      <a href="#main" className="skip-link">
        {t('skip')}
      </a>
      <header className="topbar">
        {groups.length > 0 && (
          <button
            type="button"
            className={`${buttonClass({ look: 'ghost', iconOnly: true })} topbar__drawer`}
            popoverTarget="rail"
            aria-label={t('menu')}
          >
            <MenuIcon aria-hidden="true" />
          </button>
        )}
        <Link href="/" prefetch={false} className="topbar__brand">
          <Wordmark name={t('brand')} />
        </Link>
        <HatSwitcher viewer={viewer} portal={portal} />
        <span className="flex-1" />
        <PaletteButton viewer={viewer} portal={portal} />
        <NoticeBell initial={figures?.unread ?? 0} />
        <PreferenceMenus {...frame} />
        <AccountMenu {...frame} />
      </header>
      <div className="shell__body">
        {groups.length > 0 && (
          <nav id="rail" popover="auto" className="rail" aria-label={nav(`portal.${portal}`)}>
            <NavList groups={groups} home={`/${portal}`} />
          </nav>
        )}
        <main id="main" className="page" tabIndex={-1}>
          {children}
        </main>
      </div>
      <Suspense>
        <Behaviour loading={t('loading')} />
      </Suspense>
      {viewer && <Live />}
      <ToastArea close={t('close')} />
    </div>
  );
}
