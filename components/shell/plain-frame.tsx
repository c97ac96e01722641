import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type ReactNode, Suspense } from 'react';
import { ToastArea } from '@/components/ui/toast';
import { Behaviour } from './behaviour';
import type { FrameProps } from './frame';
import { PreferenceMenus } from './preference-menus';
import { Wordmark } from './wordmark';

/** A quiet frame for signing in and the like: one card in the middle. */
export function PlainFrame({
  children,
  ...frame
}: Omit<FrameProps, 'viewer'> & { children: ReactNode }) {
  const t = useTranslations('shell');
  return (
    <div className="shell shell--plain">
      <header className="topbar topbar--clear">
        <Link href="/" prefetch={false} className="topbar__brand">
          <Wordmark name={t('brand')} />
        </Link>
        <span className="flex-1" />
        <PreferenceMenus {...frame} />
      </header>
      <main id="main" className="plain-page">
        {children}
      </main>
      <Suspense>
        <Behaviour loading={t('loading')} />
      </Suspense>
      <ToastArea close={t('close')} />
    </div>
  );
}
