import { Tabs } from '@/components/ui/tabs';
import type { Translate } from '@/lib/i18n/translator';

/** The ledger's two views. */
export function LedgerTabs({ current, t }: { current: 'entries' | 'accounts'; t: Translate }) {
  return (
    <Tabs
      label={t('list.title')}
      current={current}
      items={[
        { key: 'entries', label: t('list.entries'), href: '/ops/ledger' },
        { key: 'accounts', label: t('list.accounts'), href: '/ops/ledger/accounts' },
      ]}
    />
  );
}
