import { useTranslations } from 'next-intl';
import { STAR_PATH } from './star-path';

/** One to five stars, filled as far as the number goes to the nearest half; read as words. */
export function Stars({ value }: { value: number }) {
  const t = useTranslations('productReview');
  return (
    <span className="stars" role="img" aria-label={t('outOf', { stars: value })}>
      {[1, 2, 3, 4, 5].map((n) => (
        <svg key={n} viewBox="0 0 16 16" aria-hidden="true" data-on={value >= n - 0.5 || undefined}>
          <path d={STAR_PATH} />
        </svg>
      ))}
    </span>
  );
}
