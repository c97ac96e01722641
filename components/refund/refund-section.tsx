import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import type { Portal } from '@/lib/auth/viewer';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import type { RefundRow } from '@/lib/workflows/refund/machine';
import type { RefundOffer } from '@/lib/workflows/refund/queries';
import { refundColumns, refundRow } from './refund-row';
import { routeWords } from './rule-text';

/** The refunds of one order on its pages: every request with its state, and for the buyer what the rules allow. */
export async function RefundSection({
  refunds,
  offer,
  portal,
  now,
}: {
  refunds: RefundRow[];
  /** The buyer's own view of what can be asked for. */
  offer?: RefundOffer | undefined;
  portal: Portal;
  now: Date;
}) {
  if (refunds.length === 0 && !offer) return null;
  const [t, format, locale] = await Promise.all([getT('refund'), getFormat(), currentLocale()]);
  const columns = refundColumns(t, portal).filter(({ key }) => !['product', 'other'].includes(key));
  return (
    <Section
      title={t('section.title')}
      description={offer && routeWords(offer.answer, t)}
      actions={
        offer &&
        !offer.against && (
          <ButtonLink href={`/buyer/orders/${offer.order.id}/refund`}>
            {t('section.request')}
          </ButtonLink>
        )
      }
      flush={refunds.length > 0}
    >
      {refunds.length > 0 ? (
        <DataTable
          caption={t('section.title')}
          columns={columns}
          rows={refunds.map((row) => refundRow(row, { t, format, locale, portal, now }))}
        />
      ) : (
        <p className="text-muted">
          {offer?.against ? t(`error.open.${offer.against}`) : t('section.none')}
        </p>
      )}
    </Section>
  );
}
