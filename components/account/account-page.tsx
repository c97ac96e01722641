import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PageHeader } from '@/components/shell/page-header';
import { Tabs } from '@/components/ui/tabs';

const TABS = {
  profile: '/account',
  identity: '/account/identity',
  security: '/account/security',
  devices: '/account/devices',
  messages: '/account/messages',
};

/** A person's own pages: one head, a tab each. */
export function AccountPage({
  tab,
  wide,
  children,
}: {
  tab: keyof typeof TABS;
  /** Lists take the whole width. */
  wide?: boolean;
  children: ReactNode;
}) {
  const t = useTranslations('account');
  const items = Object.entries(TABS).map(([key, href]) => ({ key, href, label: t(`tab.${key}`) }));
  return (
    <>
      <PageHeader title={t('page.title')} />
      <div className="mb-4">
        <Tabs items={items} current={tab} label={t('page.title')} />
      </div>
      <div className={wide ? undefined : 'grid max-w-3xl gap-4'}>{children}</div>
    </>
  );
}
