import { useTranslations } from 'next-intl';
import { CompanyLogo } from '@/components/merchant/company-logo';
import { cx } from '@/components/ui/class-names';
import { SmartLink } from '@/components/ui/smart-link';
import type { MerchantView } from './product-view';

/**
 * Who sells: logo, name, a few words, and how to reach the service desk. The address is never shown.
 * @param whole the introduction in full length
 */
export function MerchantCard({ merchant, whole }: { merchant: MerchantView; whole?: boolean }) {
  const t = useTranslations('product.page');
  return (
    <section className="card card__body" aria-label={t('merchant')}>
      <div className="flex items-center gap-3">
        <CompanyLogo name={merchant.name} fileId={merchant.logoFileId} />
        <div className="min-w-0 font-medium">
          {merchant.href ? (
            <SmartLink className="link" href={merchant.href}>
              {merchant.name}
            </SmartLink>
          ) : (
            merchant.name
          )}
        </div>
      </div>
      <p className={cx('mt-3 text-[13px] text-muted', !whole && 'line-clamp-4')}>
        {merchant.introduction}
      </p>
      <dl className="facts mt-3 text-[13px]">
        <div>
          <dt>{t('servicePhone')}</dt>
          <dd className="num">{merchant.servicePhone}</dd>
        </div>
        <div>
          <dt>{t('serviceMailbox')}</dt>
          <dd className="break-all">{merchant.serviceEmail}</dd>
        </div>
      </dl>
      {merchant.website && (
        <p className="mt-2 text-[13px]">
          <a
            className="link"
            href={`/leaving?to=${encodeURIComponent(merchant.website)}`}
            rel="nofollow noopener"
          >
            {t('website')}
          </a>
        </p>
      )}
    </section>
  );
}
