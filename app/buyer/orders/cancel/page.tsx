import { OrderCancelForm } from '@/components/order/order-cancel-form';
import { DetailPage } from '@/components/shell/detail-page';
import { requireBuyer } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import type { SearchParams } from '@/lib/list/search-params';
import { getBatchCancelMost, listUnpaid } from '@/lib/workflows/order/queries';
import { cancelChosen } from '../actions';

/** Asks before several orders are cancelled at once. */
export default async function CancelOrdersPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireBuyer();
  const { ids = [] } = await searchParams;
  const [t, format, orders, most] = await Promise.all([
    getT('order'),
    getFormat(),
    listUnpaid(actor, [ids].flat()),
    getBatchCancelMost(actor),
  ]);
  return (
    <DetailPage
      title={t('list.cancelChosen')}
      breadcrumb={[{ label: t('list.buyerTitle'), href: '/buyer/orders' }]}
      description={t('list.cancelHelp', { most })}
    >
      <OrderCancelForm orders={orders} most={most} action={cancelChosen} t={t} format={format} />
    </DetailPage>
  );
}
