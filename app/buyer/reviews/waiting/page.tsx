import type { Metadata } from 'next';
import { buyerTabs } from '@/app/product-review/views';
import { ListPage } from '@/components/shell/list-page';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { Tabs } from '@/components/ui/tabs';
import { requireBuyer } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import { reviewableFilters } from '@/lib/workflows/product-review/filters';
import { listReviewables } from '@/lib/workflows/product-review/reviewable-queries';

const PATH = '/buyer/reviews/waiting';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('productReview'))('list.waiting') };
}

/** Buyer centre > Reviews: completed purchases that wait for one. */
export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireBuyer();
  const values = await listParams(searchParams);
  const filters = reviewableFilters.parse(values);
  const [t, format, page, tabs] = await Promise.all([
    getT('productReview'),
    getFormat(),
    listReviewables(actor, filters, values.after),
    buyerTabs(actor),
  ]);
  return (
    <ListPage
      title={t('list.buyerTitle')}
      description={t('list.teach.buyer')}
      actions={<ExportLinks href={exportHref('buyer-reviewables', values)} />}
      tabs={<Tabs label={t('list.views')} current="waiting" items={tabs} />}
      filters={
        <FilterBar
          action={PATH}
          values={values}
          fields={[{ kind: 'search', name: 'q', placeholder: t('list.searchWaiting') }]}
        />
      }
      pager={<Pager {...pageLinks(PATH, values, page.next)} />}
    >
      <DataTable
        caption={t('list.waiting')}
        columns={[
          { key: 'product', header: t('field.product'), kind: 'link', wrap: true },
          { key: 'merchant', header: t('field.merchant') },
          { key: 'order', header: t('field.order'), kind: 'mono' },
          { key: 'completedAt', header: t('field.completedAt'), kind: 'date' },
          { key: 'until', header: t('field.until'), kind: 'date' },
          { key: 'actions', header: '', kind: 'actions' },
        ]}
        rows={page.rows.map(({ line, order, until }) => ({
          id: line.id,
          href: `/buyer/reviews/write/${line.id}`,
          cells: {
            product: { text: line.productName, sub: line.specName },
            merchant: order.merchantName,
            order: { text: order.number, href: `/buyer/orders/${order.id}` },
            completedAt: format.dateTime(order.completedAt),
            until: until ? format.dateTime(until) : null,
            actions: {
              actions: [{ label: t('operation.write'), href: `/buyer/reviews/write/${line.id}` }],
            },
          },
        }))}
        empty={
          <EmptyState
            title={t(filters.q ? 'list.noneFound' : 'list.waitingTitle')}
            actions={
              filters.q ? undefined : (
                <ButtonLink href="/buyer/services">{t('list.toServices')}</ButtonLink>
              )
            }
          >
            {t(filters.q ? 'list.tryOther' : 'list.waitingText')}
          </EmptyState>
        }
      />
    </ListPage>
  );
}
