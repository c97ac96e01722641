import { Shelf } from '@/components/store/shelf';
import { StoreHero } from '@/components/store/store-hero';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { SmartLink } from '@/components/ui/smart-link';
import { visitor } from '@/lib/auth/session';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { listCategories, listStoreProducts } from '@/lib/workflows/product/queries';

export default async function StoreHomePage() {
  const actor = await visitor();
  const [t, locale, format, categories, newest] = await Promise.all([
    getT('store'),
    currentLocale(),
    getFormat(),
    listCategories(actor),
    listStoreProducts(actor, { size: 12 }),
  ]);
  const name = (row: { nameZh: string; nameEn: string }) =>
    locale === 'en' ? row.nameEn : row.nameZh;
  const names = new Map(
    categories.flatMap(({ leaves }) => leaves).map((leaf) => [leaf.id, name(leaf)]),
  );
  return (
    <>
      <StoreHero />
      <Section title={t('home.categories')}>
        <div className="catalogue">
          {categories.map((top) => (
            <div key={top.id}>
              <h3 className="font-medium">
                <SmartLink className="link" href={`/products?category=${top.id}`}>
                  {name(top)}
                </SmartLink>
              </h3>
              <p className="mt-1 flex flex-wrap gap-x-3 gap-y-1 text-[13px]">
                {top.leaves.map((leaf) => (
                  <SmartLink
                    key={leaf.id}
                    className="text-muted"
                    href={`/products?category=${leaf.id}`}
                  >
                    {name(leaf)}
                  </SmartLink>
                ))}
              </p>
            </div>
          ))}
        </div>
      </Section>
      <div className="mt-6 mb-3 flex items-center justify-between">
        <h2 className="text-[18px] font-semibold">{t('home.newest')}</h2>
        <ButtonLink href="/products">{t('home.all')}</ButtonLink>
      </div>
      {newest.rows.length === 0 ? (
        <div className="card">
          <EmptyState title={t('list.emptyTitle')}>{t('home.emptyText')}</EmptyState>
        </div>
      ) : (
        <Shelf
          items={newest.rows}
          from={(fen) => t('from', { price: format.money(fen) })}
          category={(id) => names.get(id)}
        />
      )}
    </>
  );
}
