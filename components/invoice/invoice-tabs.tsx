import { Tabs } from '@/components/ui/tabs';
import type { Translate } from '@/lib/i18n/translator';

/** The parts of the customer's invoice pages. */
export function InvoiceTabs({
  t,
  current,
}: {
  t: Translate;
  current: 'records' | 'orders' | 'letters';
}) {
  return (
    <Tabs
      label={t('list.views')}
      current={current}
      items={[
        { key: 'records', label: t('list.records'), href: '/buyer/invoices' },
        { key: 'orders', label: t('list.orders'), href: '/buyer/invoices/orders' },
        { key: 'letters', label: t('list.letters'), href: '/buyer/invoices/letters' },
      ]}
    />
  );
}
