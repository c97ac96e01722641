import { notFound } from 'next/navigation';
import { reviewDetailView } from '@/app/product-review/views';
import { AnswerSection } from '@/components/product-review/answer-section';
import { Negotiation } from '@/components/product-review/negotiation';
import { ReviewView } from '@/components/product-review/review-view';
import { ActionForm } from '@/components/ui/action-form';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { Textarea } from '@/components/ui/textarea';
import { EventButton } from '@/components/workflow/event-button';
import { requireBuyer } from '@/lib/auth/session';
import { followUp, keep, remove, say } from '../actions';

/** The customer's own review: where it stands, the negotiation, the answer, and what can still be done. */
export default async function Page({ params }: { params: Promise<{ reviewId: string }> }) {
  const actor = await requireBuyer();
  const view = await reviewDetailView(actor, 'buyer', (await params).reviewId);
  if (!view) notFound();
  const { detail, t, format, events } = view;
  const { review, ends } = detail;
  const row = { id: review.id, version: review.version };
  return (
    <ReviewView
      {...view}
      actions={
        <>
          {events.includes('delete') && (
            <EventButton
              noun="productReview"
              event="delete"
              row={row}
              action={remove}
              danger
              intro={t('detail.deleteBody')}
              success={t('detail.deleted')}
              redirectTo="/buyer/reviews"
            />
          )}
          {events.includes('keep') && (
            <EventButton
              noun="productReview"
              event="keep"
              row={row}
              action={keep}
              intro={t('detail.keepBody')}
              success={t('detail.kept')}
            />
          )}
          {events.includes('edit') && (
            <ButtonLink
              href={`/buyer/reviews/${review.id}/edit`}
              look={review.state === 'published' ? 'outline' : 'primary'}
            >
              {t('event.edit')}
            </ButtonLink>
          )}
        </>
      }
    >
      {events.includes('followUp') && (
        <Section
          title={t('detail.followUpTitle')}
          description={
            ends.followUp && t('detail.followUpHint', { at: format.dateTime(ends.followUp) })
          }
        >
          <ActionForm
            action={followUp}
            hidden={row}
            success={t('detail.followedUp')}
            draftKey={`review-follow-${review.id}`}
          >
            <Field name="followUp" label={t('field.followUp')} required>
              <Textarea rows={3} max={detail.maxLength} />
            </Field>
            <div>
              <SubmitButton look="outline">{t('detail.sendFollowUp')}</SubmitButton>
            </div>
          </ActionForm>
        </Section>
      )}
      <Negotiation
        portal="buyer"
        detail={detail}
        say={events.includes('say') ? say : undefined}
        t={t}
        format={format}
      />
      <AnswerSection detail={detail} t={t} format={format} />
    </ReviewView>
  );
}
