import { ListPage } from '@/components/shell/list-page';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { stateCell } from '@/components/workflow/state-badge';
import { PRODUCT_STATES } from '@/db/schema/product';
import { can } from '@/lib/auth/permissions';
import { requireMerchant } from '@/lib/auth/session';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { COUNT_CAP } from '@/lib/list/keyset';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import { countOwnProducts, listOwnProducts } from '@/lib/workflows/product/own-queries';

const PATH = '/merchant/products';

export default async function ProductsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireMerchant('product.read');
  const values = await listParams(searchParams);
  const [all, t, format, locale, page, count] = await Promise.all([
    getT(),
    getT('product'),
    getFormat(),
    currentLocale(),
    listOwnProducts(actor, values),
    countOwnProducts(actor, values),
  ]);
  const publish = can(actor, 'product.publish') && (
    <ButtonLink look="primary" href="/merchant/products/publish">
      {t('list.publish')}
    </ButtonLink>
  );
  return (
    <ListPage
      title={t('list.title')}
      count={format.count(count, count >= COUNT_CAP)}
      actions={
        <>
          <ExportLinks href={exportHref('products', values)} />
          {publish}
        </>
      }
      filters={
        <FilterBar
          action={PATH}
          values={values}
          fields={[
            { kind: 'search', name: 'q', placeholder: t('list.search') },
            {
              kind: 'select',
              name: 'state',
              label: t('list.state'),
              options: PRODUCT_STATES.map((value) => ({ value, label: t(`state.${value}`) })),
            },
            {
              kind: 'select',
              name: 'sale',
              label: t('list.sale'),
              options: ['public', 'hidden'].map((value) => ({
                value,
                label: t(`list.${value}`),
              })),
            },
          ]}
        />
      }
      pager={<Pager {...pageLinks(PATH, values, page.next)} />}
    >
      <DataTable
        caption={t('list.title')}
        columns={[
          { key: 'name', header: t('list.name'), kind: 'link', wrap: true },
          { key: 'state', header: t('list.state'), kind: 'badge' },
          { key: 'category', header: t('list.category') },
          { key: 'specs', header: t('list.specs'), kind: 'number' },
          { key: 'from', header: t('list.from'), kind: 'money' },
          { key: 'listedAt', header: t('list.listedAt'), kind: 'date' },
        ]}
        rows={page.rows.map(({ product, specs, category }) => ({
          id: product.id,
          href: `${PATH}/${product.id}`,
          cells: {
            name: {
              text: product.name,
              sub: [product.productVersion, !product.publicSale && t('list.hidden')]
                .filter(Boolean)
                .join(' · '),
              image: `/api/files/${product.logoFileId}?variant=thumb`,
            },
            state: stateCell(all, 'product', product.state),
            category: (locale === 'en' ? category?.nameEn : category?.nameZh) ?? '',
            specs,
            from: format.money(product.fromPrice),
            listedAt: format.date(product.listedAt),
          },
        }))}
        empty={
          <EmptyState title={t('list.emptyTitle')} actions={publish}>
            {t('list.emptyText')}
          </EmptyState>
        }
      />
    </ListPage>
  );
}
