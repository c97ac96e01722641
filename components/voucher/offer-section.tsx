import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { SmartLink } from '@/components/ui/smart-link';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { VoucherOffer } from '@/lib/workflows/voucher/offer-queries';
import { validity } from './voucher-words';

/** Vouchers that a product page offers, with their terms; a visitor is led to sign in and back. */
export function OfferSection({
  productId,
  offers,
  signedIn,
  action,
  t,
  format,
}: {
  productId: string;
  offers: readonly VoucherOffer[];
  signedIn: boolean;
  action: FormAction;
  t: Translate;
  format: Format;
}) {
  if (offers.length === 0) return null;
  return (
    <Section
      id="vouchers"
      title={t('offer.title')}
      description={t('offer.lead')}
      actions={
        signedIn && (
          <SmartLink className="link" href="/buyer/vouchers">
            {t('offer.toMine')}
          </SmartLink>
        )
      }
    >
      <ul className="vouchers">
        {offers.map(({ batch, specNames, left, mine }) => (
          <li key={batch.id} className="voucher">
            <div className="voucher__value">
              <strong className="num">{format.money(batch.amount)}</strong>
              <span>
                {t('chip.amount', {
                  amount: format.money(batch.amount),
                  threshold: format.money(batch.threshold),
                })}
              </span>
            </div>
            <div className="min-w-0 flex-1">
              <p className="font-medium">{batch.name}</p>
              <p className="text-[13px] text-muted">
                {[
                  validity(format, batch),
                  t(`billing.${batch.billing}`),
                  t(`orderType.${batch.orderType}`),
                  t('offer.limit', { count: batch.perUser }),
                  ...(specNames.length > 0
                    ? [t('offer.specs', { specs: specNames.join('; ') })]
                    : []),
                  ...batch.exclusions.map((one) => t(`exclusion.${one}`)),
                ].join(' · ')}
              </p>
            </div>
            <div className="voucher__claim">
              {mine >= batch.perUser ? (
                <span className="text-muted">{t('offer.mine')}</span>
              ) : left === 0 ? (
                <span className="text-muted">{t('offer.gone')}</span>
              ) : signedIn ? (
                <ActionForm
                  action={action}
                  hidden={{ voucherId: batch.id }}
                  success={t('offer.done')}
                >
                  <SubmitButton size="sm">{t('offer.claim')}</SubmitButton>
                </ActionForm>
              ) : (
                <ButtonLink
                  size="sm"
                  href={`/sign-in?next=${encodeURIComponent(`/products/${productId}#vouchers`)}`}
                >
                  {t('offer.signIn')}
                </ButtonLink>
              )}
              <span className="text-[13px] text-muted">{t('offer.leftOf', { left })}</span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
