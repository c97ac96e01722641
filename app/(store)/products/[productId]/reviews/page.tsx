import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { storeReviews } from '@/app/product-review/store-view';
import { RatingSummary } from '@/components/product-review/rating-summary';
import { StoreReviewList } from '@/components/product-review/store-review-list';
import { PageHeader } from '@/components/shell/page-header';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { visitor } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import { getStoreProduct } from '@/lib/workflows/product/queries';

interface Props {
  params: Promise<{ productId: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await getStoreProduct(await visitor(), (await params).productId);
  if (!found) return {};
  const t = await getT('productReview.store');
  return {
    title: t('of', { product: found.product.name }),
    ...(found.product.publicSale ? {} : { robots: { index: false, follow: false } }),
  };
}

/** All reviews of a product, by stars and with pictures. */
export default async function Page({ params, searchParams }: Props) {
  const actor = await visitor();
  const { productId } = await params;
  const values = await listParams(searchParams);
  const found = await getStoreProduct(actor, productId);
  if (!found) notFound();
  const stars = /^[1-5]$/.test(values.stars ?? '') ? Number(values.stars) : undefined;
  const [t, format, { rating, reviews, next }] = await Promise.all([
    getT('productReview'),
    getFormat(),
    storeReviews(actor, productId, {
      stars,
      pictures: values.pictures === 'yes',
      after: values.after,
    }),
  ]);
  const path = `/products/${productId}/reviews`;
  return (
    <>
      <PageHeader
        title={t('store.title')}
        count={format.count(rating?.count ?? 0)}
        breadcrumb={[{ label: found.product.name, href: `/products/${productId}` }]}
      />
      {rating && (
        <div className="mb-4">
          <Card>
            <RatingSummary rating={rating} />
          </Card>
        </div>
      )}
      <FilterBar
        action={path}
        values={values}
        fields={[
          {
            kind: 'select',
            name: 'stars',
            label: t('field.stars'),
            options: [5, 4, 3, 2, 1].map((n) => ({
              value: String(n),
              label: t('starsOf', { stars: n }),
            })),
          },
          {
            kind: 'select',
            name: 'pictures',
            label: t('field.pictures'),
            options: [{ value: 'yes', label: t('store.withPictures') }],
          },
        ]}
      />
      <Card>
        {reviews.length === 0 ? (
          <EmptyState
            title={t(rating ? 'store.noneMatch' : 'store.title')}
            actions={<ButtonLink href={`/products/${productId}`}>{t('store.back')}</ButtonLink>}
          >
            {t(rating ? 'store.noneMatchText' : 'store.none')}
          </EmptyState>
        ) : (
          <StoreReviewList reviews={reviews} />
        )}
      </Card>
      <Pager {...pageLinks(path, values, next)} />
    </>
  );
}
