import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { Section } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { Textarea } from '@/components/ui/textarea';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { ProductReviewDetail } from '@/lib/workflows/product-review/queries';

/** The merchant's answer; with an action the form to write or correct it. Nothing before a review is published. */
export function AnswerSection({
  detail,
  answer,
  t,
  format,
}: {
  detail: ProductReviewDetail;
  answer?: FormAction | undefined;
  t: Translate;
  format: Format;
}) {
  const { review, ends, maxLength } = detail;
  if (!review.answer && review.state !== 'published') return null;
  return (
    <Section
      title={t('detail.answerTitle')}
      description={
        answer && ends.answer
          ? t('detail.answerUntil', { at: format.dateTime(ends.answer) })
          : review.answeredAt
            ? format.dateTime(review.answeredAt)
            : undefined
      }
    >
      {answer ? (
        <ActionForm
          action={answer}
          hidden={{ id: review.id, version: review.version }}
          success={t('detail.answered')}
          draftKey={`review-answer-${review.id}`}
        >
          <Field name="answer" label={t('field.answer')} required>
            <Textarea rows={5} max={maxLength} defaultValue={review.answer ?? ''} />
          </Field>
          <div>
            <SubmitButton>{t(review.answer ? 'detail.correct' : 'detail.sendAnswer')}</SubmitButton>
          </div>
        </ActionForm>
      ) : review.answer ? (
        <p className="whitespace-pre-line">{review.answer}</p>
      ) : (
        <p className="text-muted">{t('detail.noAnswer')}</p>
      )}
    </Section>
  );
}
