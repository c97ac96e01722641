import { Section } from '@/components/ui/card';
import { SmartLink } from '@/components/ui/smart-link';
import { lastMoment } from '@/components/voucher/voucher-words';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { Wanted } from '@/lib/workflows/order/offer';
import type { Quote } from '@/lib/workflows/order/quote';

/**
 * The buyer's vouchers for what is being ordered: those that qualify with what they take off, the others with why not.
 * Choosing is a link, so that the price is the server's, with script or without.
 */
export function CheckoutVouchers({
  quote: { vouchers, voucher },
  wanted,
  all,
  format,
}: {
  quote: Quote;
  wanted: Wanted;
  all: Translate;
  format: Format;
}) {
  const t = (key: string, values?: Record<string, string | number>) =>
    all(`voucherPiece.checkout.${key}`, values);
  const href = (pieceId?: string) =>
    `/buyer/checkout?${new URLSearchParams({
      sku: wanted.skuId,
      quantity: String(wanted.quantity),
      periods: String(wanted.periods),
      ...(pieceId ? { voucher: pieceId } : {}),
    })}`;
  const usable = vouchers.filter(({ complaint }) => !complaint);
  const others = vouchers.filter(({ complaint }) => complaint);
  return (
    <Section
      title={t('title')}
      description={t('lead')}
      actions={
        voucher && (
          <SmartLink className="link" href={href()} scroll={false}>
            {t('none')}
          </SmartLink>
        )
      }
    >
      {vouchers.length === 0 && <p className="text-muted">{t('noneYet')}</p>}
      <ul className="vouchers">
        {usable.map(({ piece, batch }) => {
          const chosen = piece.id === voucher?.piece.id;
          return (
            <li key={piece.id} className="voucher" data-on={chosen || undefined}>
              <div className="voucher__value">
                <strong className="num">{t('off', { amount: format.money(piece.amount) })}</strong>
              </div>
              <div className="min-w-0 flex-1">
                <p className="font-medium">{piece.name}</p>
                <p className="text-[13px] text-muted">
                  {t('from', {
                    threshold: format.money(batch.threshold),
                    until: format.date(lastMoment(piece.endsAt)),
                  })}
                </p>
              </div>
              {chosen ? (
                <span className="font-medium">{t('chosen')}</span>
              ) : (
                <SmartLink className="link" href={href(piece.id)} scroll={false}>
                  {t('use')}
                </SmartLink>
              )}
            </li>
          );
        })}
      </ul>
      {others.length > 0 && (
        <details className="mt-3">
          <summary className="cursor-pointer">{t('not', { count: others.length })}</summary>
          <ul className="vouchers mt-2">
            {others.map(({ piece, complaint }) => (
              <li key={piece.id} className="voucher" data-off="">
                <div className="voucher__value">
                  <strong className="num">{format.money(piece.amount)}</strong>
                </div>
                <div className="min-w-0 flex-1">
                  <p>{piece.name}</p>
                  <p className="text-[13px]">{all(`voucherPiece.why.${complaint}`)}</p>
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}
