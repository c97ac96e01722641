import { notFound } from 'next/navigation';
import { MerchantCard } from '@/components/product/merchant-card';
import { merchantView } from '@/components/product/merchant-view';
import { PageHeader } from '@/components/shell/page-header';
import { Shelf } from '@/components/store/shelf';
import { EmptyState } from '@/components/ui/empty-state';
import { Pager } from '@/components/ui/pager';
import { visitor } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import { getMerchantCard } from '@/lib/records/merchant/card';
import { listStoreProducts } from '@/lib/workflows/product/queries';

export default async function ShopPage({
  params,
  searchParams,
}: {
  params: Promise<{ merchantId: string }>;
  searchParams: SearchParams;
}) {
  const actor = await visitor();
  const { merchantId } = await params;
  const values = await listParams(searchParams);
  const [t, format, card, page] = await Promise.all([
    getT('store'),
    getFormat(),
    getMerchantCard(actor, merchantId),
    listStoreProducts(actor, {
      merchantId,
      size: 24,
      ...(values.after ? { after: values.after } : {}),
    }),
  ]);
  if (!card) notFound();
  return (
    <>
      <PageHeader title={card.name} breadcrumb={[{ label: t('home.short'), href: '/' }]} />
      <div className="detail detail--sided">
        <div className="detail__main">
          {page.rows.length === 0 ? (
            <div className="card">
              <EmptyState title={t('list.emptyTitle')}>{t('shop.emptyText')}</EmptyState>
            </div>
          ) : (
            <Shelf shop items={page.rows} from={(fen) => t('from', { price: format.money(fen) })} />
          )}
          <Pager {...pageLinks(`/merchants/${merchantId}`, values, page.next)} />
        </div>
        <aside className="detail__side">
          <MerchantCard merchant={merchantView(card)} whole />
        </aside>
      </div>
    </>
  );
}
