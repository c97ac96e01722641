import { notFound } from 'next/navigation';
import { reviewDetailView } from '@/app/product-review/views';
import { AnswerSection } from '@/components/product-review/answer-section';
import { Negotiation } from '@/components/product-review/negotiation';
import { ReviewView } from '@/components/product-review/review-view';
import { requireMerchant } from '@/lib/auth/session';
import { answer, say } from '../actions';

/** A review of one of the merchant's products: settle a bad one, answer a published one. */
export default async function Page({ params }: { params: Promise<{ reviewId: string }> }) {
  const actor = await requireMerchant('productReview.read');
  const view = await reviewDetailView(actor, 'merchant', (await params).reviewId);
  if (!view) notFound();
  const { detail, t, format, events } = view;
  return (
    <ReviewView {...view}>
      <Negotiation
        portal="merchant"
        detail={detail}
        say={events.includes('say') ? say : undefined}
        t={t}
        format={format}
      />
      <AnswerSection
        detail={detail}
        answer={events.includes('answer') ? answer : undefined}
        t={t}
        format={format}
      />
    </ReviewView>
  );
}
