import { notFound } from 'next/navigation';
import { DetailPage } from '@/components/shell/detail-page';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { SmartLink } from '@/components/ui/smart-link';
import { VoucherTerms } from '@/components/voucher/voucher-terms';
import { EvidenceTimeline } from '@/components/workflow/evidence-timeline';
import { StateBadge } from '@/components/workflow/state-badge';
import { WhoIsNext } from '@/components/workflow/who-is-next';
import { listStream } from '@/lib/audit/queries';
import { requireBuyer } from '@/lib/auth/session';
import { whoIsNext } from '@/lib/engine/who-is-next';
import { getFormat, getT } from '@/lib/i18n/server';
import { voucherPiece as machine } from '@/lib/workflows/voucher-piece/machine';
import { getPiece } from '@/lib/workflows/voucher-piece/queries';

export default async function BuyerVoucherPage({
  params,
}: {
  params: Promise<{ pieceId: string }>;
}) {
  const actor = await requireBuyer();
  const { pieceId } = await params;
  const found = await getPiece(actor, pieceId);
  if (!found) notFound();
  const { piece, batch, order, now } = found;
  const [t, terms, format, evidence] = await Promise.all([
    getT('voucherPiece'),
    getT('voucher'),
    getFormat(),
    listStream(actor, `voucherPiece:${pieceId}`),
  ]);
  const productHref = `/products/${batch.productId}`;
  return (
    <DetailPage
      title={piece.name}
      breadcrumb={[{ label: t('list.title'), href: '/buyer/vouchers' }]}
      badge={<StateBadge noun="voucherPiece" state={piece.state} />}
      description={terms('chip.amount', {
        amount: format.money(piece.amount),
        threshold: format.money(batch.threshold),
      })}
      actions={
        piece.state === 'claimed' && (
          <ButtonLink look="primary" href={productHref}>
            {t('page.use')}
          </ButtonLink>
        )
      }
      next={
        <WhoIsNext
          noun="voucherPiece"
          next={{ ...whoIsNext(machine, piece, now), byItself: null }}
          now={now}
          me="buyer"
        />
      }
      side={
        <Section title={t('page.history')}>
          <EvidenceTimeline rows={evidence} />
        </Section>
      }
    >
      <VoucherTerms
        batch={batch}
        specNames={found.specNames}
        portal="buyer"
        product={
          <SmartLink className="link" href={productHref}>
            {batch.productName}
          </SmartLink>
        }
        t={terms}
        format={format}
      />
      <Section title={t('page.records')}>
        {order || piece.returnedAt ? (
          <DescriptionList
            items={[
              { label: t('field.source'), value: t(`source.${piece.source}`) },
              { label: t('field.createdAt'), value: format.dateTime(piece.createdAt) },
              {
                label: t('field.order'),
                value: order && (
                  <SmartLink className="link" href={`/buyer/orders/${order.id}`}>
                    {order.number}
                  </SmartLink>
                ),
              },
              {
                label: t('field.orderAmount'),
                value: order && format.money(order.amount),
              },
              { label: t('field.usedAt'), value: piece.usedAt && format.dateTime(piece.usedAt) },
              {
                label: t('field.returnedAt'),
                value: piece.returnedAt && format.dateTime(piece.returnedAt),
              },
            ]}
          />
        ) : (
          <p className="text-muted">{t('page.noRecordsText')}</p>
        )}
      </Section>
    </DetailPage>
  );
}
