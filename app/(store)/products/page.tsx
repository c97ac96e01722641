import { PageHeader } from '@/components/shell/page-header';
import { CategoryList } from '@/components/store/category-list';
import { Shelf } from '@/components/store/shelf';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { visitor } from '@/lib/auth/session';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { oneOf } from '@/lib/list/filter';
import { listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import {
  countStoreProducts,
  listCategories,
  listStoreProducts,
  STORE_SORTS,
} from '@/lib/workflows/product/queries';

const SHELF_SIZE = 24;

export default async function ProductsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await visitor();
  const values = await listParams(searchParams);
  const { q, category, after } = values;
  const sort = oneOf(STORE_SORTS, values.sort);
  const filter = { ...(q ? { q } : {}), ...(category ? { categoryId: category } : {}) };
  const [t, locale, format, categories, page, count] = await Promise.all([
    getT('store'),
    currentLocale(),
    getFormat(),
    listCategories(actor),
    listStoreProducts(actor, {
      ...filter,
      size: SHELF_SIZE,
      ...(sort ? { sort } : {}),
      ...(after ? { after } : {}),
    }),
    countStoreProducts(actor, filter),
  ]);
  const at = (id: string | undefined) => {
    const query = new URLSearchParams();
    for (const [key, value] of Object.entries({ q, category: id, sort }))
      if (value) query.set(key, value);
    const text = query.toString();
    return text ? `/products?${text}` : '/products';
  };
  const linkOf = (row: { id: string; nameZh: string; nameEn: string }) => ({
    id: row.id,
    name: locale === 'en' ? row.nameEn : row.nameZh,
    href: at(row.id),
  });
  const tree = categories.map((top) => ({ ...linkOf(top), leaves: top.leaves.map(linkOf) }));
  const names = new Map(
    tree.flatMap((top) => [top, ...top.leaves]).map(({ id, name }) => [id, name]),
  );
  const above = tree.find(({ leaves }) => leaves.some(({ id }) => id === category));
  const chosen = category ? names.get(category) : undefined;
  return (
    <>
      <PageHeader
        title={q ? t('list.found', { q }) : (chosen ?? t('list.title'))}
        count={format.count(count, count >= 1000)}
        breadcrumb={[
          { label: t('home.short'), href: '/' },
          ...(above ? [{ label: above.name, href: above.href }] : []),
        ]}
      />
      <div className="store-list">
        <CategoryList
          categories={tree}
          chosen={chosen && category}
          title={chosen ?? t('list.all')}
          all={{ name: t('list.all'), href: at(undefined) }}
        />
        <div className="min-w-0">
          <FilterBar
            action="/products"
            values={values}
            keep={['category']}
            fields={[
              { kind: 'search', name: 'q', placeholder: t('search.placeholder') },
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
              <EmptyState
                title={t('list.emptyTitle')}
                actions={
                  (q || category) && <ButtonLink href="/products">{t('list.browse')}</ButtonLink>
                }
              >
                {t(q || category ? 'list.emptyText' : 'home.emptyText')}
              </EmptyState>
            </div>
          ) : (
            <Shelf
              items={page.rows}
              from={(fen) => t('from', { price: format.money(fen) })}
              category={(id) => names.get(id)}
            />
          )}
          <Pager {...pageLinks('/products', values, page.next)} />
        </div>
      </div>
    </>
  );
}
