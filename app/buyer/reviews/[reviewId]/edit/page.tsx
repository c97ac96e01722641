import { notFound } from 'next/navigation';
import { reviewDetailView } from '@/app/product-review/views';
import { Negotiation } from '@/components/product-review/negotiation';
import { ReviewForm } from '@/components/product-review/review-form';
import { DetailPage } from '@/components/shell/detail-page';
import { requireBuyer } from '@/lib/auth/session';
import { uploadRule } from '@/lib/files/queries';
import { getT } from '@/lib/i18n/server';
import { getReviewTerms } from '@/lib/workflows/product-review/queries';
import { edit } from '../../actions';

/** Changes a review, with what was said about it in sight. */
export default async function Page({ params }: { params: Promise<{ reviewId: string }> }) {
  const actor = await requireBuyer();
  const view = await reviewDetailView(actor, 'buyer', (await params).reviewId);
  if (!view?.events.includes('edit')) notFound();
  const [words, terms, pictureRule] = await Promise.all([
    getT('file'),
    getReviewTerms(actor),
    uploadRule(actor, 'reviewPicture'),
  ]);
  const { detail, t, locale, format } = view;
  const { review, pictures } = detail;
  return (
    <DetailPage
      title={t('form.editTitle')}
      description={review.productName}
      breadcrumb={[
        { label: t('list.buyerTitle'), href: '/buyer/reviews' },
        { label: t('detail.title'), href: `/buyer/reviews/${review.id}` },
      ]}
    >
      <ReviewForm
        action={edit}
        hidden={{ id: review.id, version: review.version }}
        draftKey={`review-edit-${review.id}`}
        given={{ ...review, pictures }}
        name={review.reviewedBy}
        {...{ terms, pictureRule, t, words, locale, format }}
      />
      <Negotiation portal="buyer" detail={detail} t={t} format={format} />
    </DetailPage>
  );
}
