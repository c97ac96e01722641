import { ListPage } from '@/components/shell/list-page';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { pictureAddress } from '@/components/ui/upload';
import { toneOf } from '@/components/workflow/tones';
import { PRODUCT_STATES } from '@/db/schema/product';
import { requireOperator } from '@/lib/auth/session';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { COUNT_CAP } from '@/lib/list/keyset';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import { listSellingMerchants, opsProductFilters } from '@/lib/workflows/product/ops-queries';
import { countOwnProducts, listOwnProducts } from '@/lib/workflows/product/own-queries';
import { listCategories } from '@/lib/workflows/product/queries';

const HERE = '/ops/products';

export default async function OpsProductsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireOperator('product.read');
  const values = await listParams(searchParams);
  const filters = opsProductFilters.parse(values);
  const [t, product, locale, format, page, count, tree, merchants] = await Promise.all([
    getT('opsProduct'),
    getT('product'),
    currentLocale(),
    getFormat(),
    listOwnProducts(actor, { ...filters, after: values.after }),
    countOwnProducts(actor, filters),
    listCategories(actor, { retired: true }),
    listSellingMerchants(actor),
  ]);
  const named = (row: { nameZh: string; nameEn: string }) =>
    locale === 'en' ? row.nameEn : row.nameZh;
  return (
    <ListPage
      title={t('list.title')}
      count={format.count(count, count >= COUNT_CAP)}
      actions={<ExportLinks href={exportHref('ops-products', values)} />}
      filters={
        <FilterBar
          action={HERE}
          values={values}
          fields={[
            { kind: 'search', name: 'q', placeholder: t('list.search') },
            {
              kind: 'select',
              name: 'state',
              label: t('field.state'),
              options: PRODUCT_STATES.map((value) => ({
                value,
                label: product(`state.${value}`),
              })),
            },
            {
              kind: 'select',
              name: 'merchantId',
              label: t('field.merchant'),
              options: merchants.map(({ id, name }) => ({ value: id, label: name })),
            },
            {
              kind: 'select',
              name: 'categoryId',
              label: t('field.category'),
              options: tree.flatMap((top) =>
                top.leaves.map((leaf) => ({
                  value: leaf.id,
                  label: `${named(top)} / ${named(leaf)}`,
                })),
              ),
            },
            {
              kind: 'select',
              name: 'sale',
              label: t('field.sale'),
              options: ['public', 'hidden'].map((value) => ({ value, label: t(`sale.${value}`) })),
            },
          ]}
        />
      }
      pager={<Pager {...pageLinks(HERE, values, page.next)} />}
    >
      <DataTable
        caption={t('list.title')}
        columns={[
          { key: 'product', header: t('field.product'), kind: 'link', wrap: true },
          { key: 'merchant', header: t('field.merchant'), wrap: true },
          { key: 'category', header: t('field.category') },
          { key: 'state', header: t('field.state'), kind: 'badge' },
          { key: 'sale', header: t('field.sale') },
          { key: 'price', header: t('field.fromPrice'), kind: 'money' },
          { key: 'listedAt', header: t('field.listedAt'), kind: 'date' },
        ]}
        rows={page.rows.map(({ product: row, merchantName, category, specs }) => ({
          id: row.id,
          href: `${HERE}/${row.id}`,
          ...(row.state === 'frozen' ? { tone: 'warning' as const } : {}),
          cells: {
            product: {
              text: row.name,
              sub: `${row.productVersion} · ${t('specCount', { count: specs })}`,
              image: pictureAddress(row.logoFileId, 'thumb'),
            },
            merchant: merchantName,
            category: category && named(category),
            state: { text: product(`state.${row.state}`), tone: toneOf('product', row.state) },
            sale: t(row.publicSale ? 'sale.public' : 'sale.hidden'),
            price: format.money(row.fromPrice),
            listedAt: format.date(row.listedAt),
          },
        }))}
        empty={
          Object.values(filters).some(Boolean) ? (
            <EmptyState
              title={t('list.noneTitle')}
              actions={<ButtonLink href={HERE}>{t('list.all')}</ButtonLink>}
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
