import { PageHeader } from '@/components/shell/page-header';
import { Shelf } from '@/components/store/shelf';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { visitor } from '@/lib/auth/session';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { oneOf } from '@/lib/list/filter';
import { listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import { listCategories, listStoreProducts, STORE_SORTS } from '@/lib/workflows/product/queries';

const SHELF_SIZE = 24;

export default async function ProductsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await visitor();
  const values = await listParams(searchParams);
  const { q, category, after } = values;
  const sort = oneOf(STORE_SORTS, values.sort);
  const [t, locale, format, categories, page] = await Promise.all([
    getT('store'),
    currentLocale(),
    getFormat(),
    listCategories(actor),
    listStoreProducts(actor, {
      size: SHELF_SIZE,
      ...(q ? { q } : {}),
      ...(category ? { categoryId: category } : {}),
      ...(sort ? { sort } : {}),
      ...(after ? { after } : {}),
    }),
  ]);
  const name = (row: { nameZh: string; nameEn: string }) =>
    locale === 'en' ? row.nameEn : row.nameZh;
  const options = categories.flatMap((top) => [
    { value: top.id, label: name(top) },
    ...top.leaves.map((leaf) => ({ value: leaf.id, label: `${name(top)} / ${name(leaf)}` })),
  ]);
  const chosen = options.find(({ value }) => value === category);
  return (
    <>
      <PageHeader
        title={q ? t('list.found', { q }) : (chosen?.label ?? t('list.title'))}
        breadcrumb={[{ label: t('home.short'), href: '/' }]}
      />
      <FilterBar
        action="/products"
        values={values}
        fields={[
          { kind: 'search', name: 'q', placeholder: t('search.placeholder') },
          { kind: 'select', name: 'category', label: t('list.category'), options },
          {
            kind: 'select',
            name: 'sort',
            label: t('list.sort'),
            options: STORE_SORTS.map((value) => ({ value, label: t(`sort.${value}`) })),
          },
        ]}
      />
      {page.rows.length === 0 ? (
        <div className="card">
          <EmptyState title={t('list.emptyTitle')}>{t('list.emptyText')}</EmptyState>
        </div>
      ) : (
        <Shelf items={page.rows} from={(fen) => t('from', { price: format.money(fen) })} />
      )}
      <Pager {...pageLinks('/products', values, page.next)} />
    </>
  );
}
