import type { Metadata } from 'next';
import { ListPage } from '@/components/shell/list-page';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { toneOf } from '@/components/workflow/tones';
import { requireBuyer } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { COUNT_CAP } from '@/lib/list/keyset';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import { instanceFilters } from '@/lib/workflows/instance/filters';
import { countInstances, listInstances } from '@/lib/workflows/instance/queries';
import { reviewAddresses } from '@/lib/workflows/product-review/reviewable-queries';

const PATH = '/buyer/services';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('instance'))('title') };
}

/** Buyer centre > Purchased services (buyer-centre.md 2). */
export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireBuyer();
  const values = await listParams(searchParams);
  const filters = instanceFilters.parse(values);
  const [t, format, page, count] = await Promise.all([
    getT('instance'),
    getFormat(),
    listInstances(actor, filters),
    countInstances(actor, filters),
  ]);
  const [words, reviews] = await Promise.all([
    getT('productReview.operation'),
    reviewAddresses(
      actor,
      page.rows.map(({ orderLineId }) => orderLineId),
    ),
  ]);
  const reviewOf = (lineId: string) => {
    const review = reviews.get(lineId);
    return review ? [{ label: words(review.written ? 'read' : 'write'), href: review.href }] : [];
  };
  const total = format.count(count, count >= COUNT_CAP);
  const rows = page.rows.map((row) => ({
    id: row.id,
    href: `${PATH}/${row.id}`,
    cells: {
      product: { text: row.productName, sub: row.specName },
      merchant: row.merchantName,
      order: { text: row.orderNumber, href: `/buyer/orders/${row.orderId}` },
      state: { text: t(`state.${row.state}`), tone: toneOf('instance', row.state) },
      bought: t(`billing.${row.billing}`, { count: row.periods }),
      from: format.date(row.validFrom),
      until: row.validUntil ? format.date(row.validUntil) : t('noEnd'),
      actions: {
        actions: [
          { label: t('operation.details'), href: `${PATH}/${row.id}` },
          ...reviewOf(row.orderLineId),
        ],
      },
    },
  }));
  return (
    <ListPage
      title={t('title')}
      count={total}
      description={t('list.about')}
      actions={<ExportLinks href={exportHref('buyer-services', values)} />}
      filters={
        <FilterBar
          action={PATH}
          values={values}
          fields={[{ kind: 'search', name: 'q', placeholder: t('list.search') }]}
        />
      }
      pager={<Pager {...pageLinks(PATH, values, page.next)} total={total} />}
    >
      <DataTable
        caption={t('title')}
        columns={[
          { key: 'product', header: t('field.product'), kind: 'link', wrap: true },
          { key: 'merchant', header: t('field.merchant') },
          { key: 'order', header: t('field.order'), kind: 'mono' },
          { key: 'state', header: t('field.state'), kind: 'badge' },
          { key: 'bought', header: t('field.bought') },
          { key: 'from', header: t('field.validFrom'), kind: 'date' },
          { key: 'until', header: t('field.validUntil'), kind: 'date' },
          { key: 'actions', header: '', kind: 'actions' },
        ]}
        rows={rows}
        empty={
          <EmptyState
            title={t(filters.q ? 'list.noneFound' : 'list.none')}
            actions={
              filters.q ? undefined : (
                <ButtonLink href="/buyer/supervision">{t('list.toSupervision')}</ButtonLink>
              )
            }
          >
            {t(filters.q ? 'list.tryOther' : 'list.teach')}
          </EmptyState>
        }
      />
    </ListPage>
  );
}
