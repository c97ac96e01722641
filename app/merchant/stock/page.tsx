import { ListPage } from '@/components/shell/list-page';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { requireMerchant } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { COUNT_CAP } from '@/lib/list/keyset';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import { countStock, listStock, STOCK_SHOWS, stockFilters } from '@/lib/records/stock/queries';

export default async function StockPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireMerchant('saleRule.read');
  const values = await listParams(searchParams);
  const filters = stockFilters.parse(values);
  const [t, format, page, count] = await Promise.all([
    getT('stock'),
    getFormat(),
    listStock(actor, filters, values.after),
    countStock(actor, filters),
  ]);
  const filtered = Boolean(filters.q || filters.show);
  return (
    <ListPage
      title={t('list.title')}
      count={format.count(count, count >= COUNT_CAP)}
      description={t('list.description')}
      actions={<ExportLinks href={exportHref('merchant-stock', values)} />}
      filters={
        <FilterBar
          action="/merchant/stock"
          values={values}
          fields={[
            { kind: 'search', name: 'q', placeholder: t('list.search') },
            {
              kind: 'select',
              name: 'show',
              label: t('field.kind'),
              options: STOCK_SHOWS.map((value) => ({ value, label: t(`show.${value}`) })),
            },
          ]}
        />
      }
      pager={<Pager {...pageLinks('/merchant/stock', values, page.next)} />}
    >
      <DataTable
        caption={t('list.title')}
        columns={[
          { key: 'spec', header: t('field.spec'), kind: 'link', wrap: true },
          { key: 'kind', header: t('field.kind'), kind: 'badge' },
          { key: 'total', header: t('field.total'), kind: 'number' },
          { key: 'consumed', header: t('field.consumed'), kind: 'number' },
          { key: 'available', header: t('field.available'), kind: 'number' },
          { key: 'updatedAt', header: t('field.updatedAt'), kind: 'date' },
        ]}
        rows={page.rows.map(({ stock, ...line }) => ({
          id: line.specId,
          href: `/merchant/stock/${line.specId}`,
          ...(stock?.available === 0 ? { tone: 'danger' as const } : {}),
          cells: {
            spec: { text: line.specName, sub: line.productName },
            kind:
              stock === null
                ? { text: t('show.free'), tone: 'neutral' as const }
                : stock.available === 0
                  ? { text: t('show.empty'), tone: 'danger' as const }
                  : { text: t('inStock'), tone: 'success' as const },
            total: stock && format.count(stock.total),
            consumed: stock && format.count(stock.consumed),
            available: stock && format.count(stock.available),
            updatedAt: stock && format.dateTime(stock.updatedAt),
          },
        }))}
        empty={
          filtered ? (
            <EmptyState
              title={t('list.noneTitle')}
              actions={<ButtonLink href="/merchant/stock">{t('list.all')}</ButtonLink>}
            >
              {t('list.noneText')}
            </EmptyState>
          ) : (
            <EmptyState title={t('list.emptyTitle')}>{t('list.emptyText')}</EmptyState>
          )
        }
      />
    </ListPage>
  );
}
