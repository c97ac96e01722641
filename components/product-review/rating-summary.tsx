import { useTranslations } from 'next-intl';
import { REVIEW_DIMENSIONS } from '@/db/schema/product-review';
import type { Rating } from '@/lib/workflows/product-review/store-queries';
import { Stars } from './stars';

/** What a product's reviews come to: the mean, the three scores, and how many have how many stars. */
export function RatingSummary({ rating }: { rating: Rating }) {
  const t = useTranslations('productReview');
  return (
    <div className="rating">
      <div>
        <p className="rating__mean num">{rating.overall.toFixed(1)}</p>
        <Stars value={rating.overall} />
        <p className="num text-[13px] text-muted">{t('store.count', { count: rating.count })}</p>
      </div>
      <dl className="rating__lines">
        {REVIEW_DIMENSIONS.map((dimension) => (
          <div key={dimension}>
            <dt>{t(`dimension.${dimension}`)}</dt>
            <dd>
              <Stars value={rating[dimension]} />
            </dd>
            <dd className="num">{rating[dimension].toFixed(1)}</dd>
          </div>
        ))}
      </dl>
      <dl className="rating__lines" aria-label={t('store.distribution')}>
        {[5, 4, 3, 2, 1].map((stars) => {
          const count = rating.stars[stars - 1] ?? 0;
          return (
            <div key={stars}>
              <dt className="num">{t('starsOf', { stars })}</dt>
              <dd className="rating__bar" aria-hidden="true">
                <span style={{ width: `${(count / rating.count) * 100}%` }} />
              </dd>
              <dd className="num">{count}</dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}
