import { Tabs } from '@/components/ui/tabs';
import type { Portal } from '@/lib/auth/viewer';
import { getT } from '@/lib/i18n/server';

/** The views of a portal's refunds; buyers also see the orders that can be refunded. */
export async function RefundTabs({
  portal,
  current,
  waiting,
  overdue,
}: {
  portal: Portal;
  current: string;
  /** Already formatted; left out where the page does not count. */
  waiting?: string;
  overdue?: string;
}) {
  const t = await getT('refund');
  const path = `/${portal}/refunds`;
  return (
    <Tabs
      label={t('list.views')}
      current={current}
      items={[
        { key: 'all', label: t('list.all'), href: path },
        ...(portal === 'merchant'
          ? [
              {
                key: 'awaitingMerchant',
                label: t('list.mine'),
                href: `${path}?state=awaitingMerchant`,
                ...(waiting ? { count: waiting } : {}),
              },
            ]
          : [{ key: 'open', label: t('list.open'), href: `${path}?state=open` }]),
        {
          key: 'overdue',
          label: t('list.overdue'),
          href: `${path}?overdue=yes`,
          ...(overdue ? { count: overdue } : {}),
        },
        ...(portal === 'buyer'
          ? [{ key: 'orders', label: t('list.orders'), href: `${path}/orders` }]
          : []),
      ]}
    />
  );
}
