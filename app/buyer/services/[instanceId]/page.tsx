import { Download } from 'lucide-react';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { validityText } from '@/components/instance/validity-text';
import { DetailPage } from '@/components/shell/detail-page';
import { ButtonLink, buttonClass } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { FileList } from '@/components/ui/file-list';
import { StateBadge } from '@/components/workflow/state-badge';
import { requireBuyer } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { getInstance } from '@/lib/workflows/instance/queries';
import { reviewAddresses } from '@/lib/workflows/product-review/reviewable-queries';

/** One purchased service: data, validity, the merchant's contacts, its order and documents (buyer-centre.md 2). */
export default async function Page({ params }: { params: Promise<{ instanceId: string }> }) {
  const actor = await requireBuyer();
  const { instanceId } = await params;
  const detail = await getInstance(actor, instanceId);
  if (!detail) notFound();
  const [t, orderWords, words, format] = await Promise.all([
    getT('instance'),
    getT('order.state'),
    getT('supervision.document'),
    getFormat(),
  ]);
  const { row, order, line, merchant, documents, guideFileId } = detail;
  const [reviewWords, reviews] = await Promise.all([
    getT('productReview.operation'),
    reviewAddresses(actor, [line.id]),
  ]);
  const review = reviews.get(line.id);
  return (
    <DetailPage
      breadcrumb={[{ label: t('title'), href: '/buyer/services' }]}
      title={row.productName}
      badge={<StateBadge noun="instance" state={row.state} />}
      description={row.specName}
      actions={
        <>
          {row.supervisionId && (
            <ButtonLink href={`/buyer/supervision/${row.supervisionId}`}>
              {t('detail.toSupervision')}
            </ButtonLink>
          )}
          {review && (
            <ButtonLink href={review.href} look={review.written ? 'outline' : 'primary'}>
              {reviewWords(review.written ? 'read' : 'write')}
            </ButtonLink>
          )}
        </>
      }
      side={
        <Section title={t('detail.merchant')} description={t('detail.merchantHint')}>
          <DescriptionList
            columns={1}
            items={[
              { label: t('field.merchant'), value: row.merchantName },
              { label: t('field.servicePhone'), value: merchant?.servicePhone },
              {
                label: t('field.serviceEmail'),
                value: merchant && (
                  <a className="link" href={`mailto:${merchant.serviceEmail}`}>
                    {merchant.serviceEmail}
                  </a>
                ),
              },
            ]}
          />
        </Section>
      }
    >
      <Section title={t('detail.basic')}>
        <DescriptionList
          items={[
            { label: t('field.product'), value: row.productName },
            {
              label: t('field.spec'),
              value: [
                row.specName,
                ...row.attributes.map(({ name, value }) => `${name} ${value}`),
              ].join(' · '),
            },
            {
              label: t('field.bought'),
              value: t(`billing.${row.billing}`, { count: row.periods }),
            },
            {
              label: line.quantityName ?? t('field.quantity'),
              value: `${format.count(row.quantity)}${row.quantityUnit ?? ''}`,
            },
            {
              label: t('field.validity'),
              value: validityText(row, t, format),
            },
            { label: t('field.validFrom'), value: t(`startsBy.${row.startsBy}`) },
            ...(row.releasedAt
              ? [{ label: t('field.releasedAt'), value: format.dateTime(row.releasedAt) }]
              : []),
            { label: t('field.instance'), value: row.id, wide: true },
          ]}
        />
      </Section>
      <Section title={t('detail.order')}>
        <DescriptionList
          items={[
            {
              label: t('field.order'),
              value: (
                <Link prefetch={false} className="link" href={`/buyer/orders/${order.id}`}>
                  {order.number}
                </Link>
              ),
            },
            { label: t('field.orderState'), value: orderWords(order.state) },
            { label: t('field.amount'), value: format.money(order.amount) },
            { label: t('field.orderedAt'), value: format.dateTime(order.createdAt) },
            { label: t('field.completedAt'), value: format.dateTime(order.completedAt) },
          ]}
        />
      </Section>
      <Section
        title={t('detail.documents')}
        actions={
          guideFileId && (
            <a className={buttonClass()} href={`/api/files/${guideFileId}`} download>
              <Download aria-hidden="true" />
              {t('detail.guide')}
            </a>
          )
        }
      >
        {documents.length === 0 ? (
          <p className="text-muted">{t('detail.noDocuments')}</p>
        ) : (
          <DescriptionList
            columns={1}
            items={[...new Set(documents.map(({ kind }) => kind))].map((kind) => ({
              label: words(kind),
              value: (
                <FileList
                  files={documents
                    .filter((file) => file.kind === kind)
                    .map((file) => ({
                      id: file.fileId,
                      name: file.name,
                      size: file.size,
                      type: file.type,
                    }))}
                />
              ),
            }))}
          />
        )}
      </Section>
    </DetailPage>
  );
}
