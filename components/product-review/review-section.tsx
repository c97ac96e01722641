import { useTranslations } from 'next-intl';
import { Section } from '@/components/ui/card';
import { SmartLink } from '@/components/ui/smart-link';
import type { Rating } from '@/lib/workflows/product-review/store-queries';
import { RatingSummary } from './rating-summary';
import { type StoreReview, StoreReviewList } from './store-review-list';

/** Reviews on the product page: what they come to, the newest, and the way to all of them. */
export function ReviewSection({
  productId,
  rating,
  reviews,
}: {
  productId: string;
  rating: Rating | undefined;
  reviews: StoreReview[];
}) {
  const t = useTranslations('productReview.store');
  return (
    <Section id="reviews" title={t('title')}>
      {rating ? (
        <>
          <RatingSummary rating={rating} />
          <div className="mt-4 border-t border-separator">
            <StoreReviewList reviews={reviews} />
          </div>
          {rating.count > reviews.length && (
            <p className="mt-2">
              <SmartLink className="link" href={`/products/${productId}/reviews`}>
                {t('all', { count: rating.count })}
              </SmartLink>
            </p>
          )}
        </>
      ) : (
        <p className="text-muted">{t('none')}</p>
      )}
    </Section>
  );
}
