import { notFound } from 'next/navigation';
import { ReviewForm } from '@/components/product-review/review-form';
import { DetailPage } from '@/components/shell/detail-page';
import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { requireBuyer } from '@/lib/auth/session';
import { uploadRule } from '@/lib/files/queries';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { getReviewTerms } from '@/lib/workflows/product-review/queries';
import { getReviewable } from '@/lib/workflows/product-review/reviewable-queries';
import { write } from '../../actions';

/** Reviews one purchase. */
export default async function Page({ params }: { params: Promise<{ lineId: string }> }) {
  const actor = await requireBuyer();
  const { lineId } = await params;
  const found = await getReviewable(actor, lineId);
  if (!found) notFound();
  const [t, words, locale, format, terms, pictureRule] = await Promise.all([
    getT('productReview'),
    getT('file'),
    currentLocale(),
    getFormat(),
    getReviewTerms(actor),
    uploadRule(actor, 'reviewPicture'),
  ]);
  const { line, order, until } = found;
  return (
    <DetailPage
      title={t('form.title', { product: line.productName })}
      breadcrumb={[{ label: t('list.waiting'), href: '/buyer/reviews/waiting' }]}
      side={
        <Section title={t('form.bought')}>
          <DescriptionList
            columns={1}
            items={[
              { label: t('field.product'), value: line.productName },
              { label: t('field.spec'), value: line.specName },
              { label: t('field.merchant'), value: order.merchantName },
              { label: t('field.order'), value: order.number },
              { label: t('field.completedAt'), value: format.dateTime(order.completedAt) },
              { label: t('field.until'), value: until && format.dateTime(until) },
            ]}
          />
        </Section>
      }
    >
      <ReviewForm
        action={write}
        hidden={{ orderLineId: line.id }}
        draftKey={`review-${line.id}`}
        {...{ terms, pictureRule, t, words, locale, format }}
      />
    </DetailPage>
  );
}
