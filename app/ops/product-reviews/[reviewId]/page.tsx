import { notFound } from 'next/navigation';
import { SubjectReview } from '@/app/ops/queue/subject-review';
import { reviewDetailView } from '@/app/product-review/views';
import { AnswerSection } from '@/components/product-review/answer-section';
import { choiceName } from '@/components/product-review/choice-name';
import { Negotiation } from '@/components/product-review/negotiation';
import { ReviewView } from '@/components/product-review/review-view';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { EventButton } from '@/components/workflow/event-button';
import { RejectFields } from '@/components/workflow/reject-fields';
import { requireOperator } from '@/lib/auth/session';
import { REVIEW_FIELDS } from '@/lib/workflows/product-review/schema';
import { hide, show } from '../actions';

/** A review for operations: decide on it, or hide it for breach. */
export default async function Page({ params }: { params: Promise<{ reviewId: string }> }) {
  const actor = await requireOperator('productReview.read');
  const view = await reviewDetailView(actor, 'ops', (await params).reviewId);
  if (!view) notFound();
  const { detail, t, locale, format, events } = view;
  const { review } = detail;
  const row = { id: review.id, version: review.version };
  const rules = detail.rules.map((rule) => ({
    value: rule.code,
    label: `${rule.code} ${choiceName(rule, locale)}`,
    sentence: choiceName(rule, locale),
  }));
  const told = [{ label: t('ops.told'), value: t('ops.toldBoth') }];
  return (
    <ReviewView
      {...view}
      actions={
        <>
          {events.includes('hide') && (
            <EventButton
              noun="productReview"
              event="hide"
              row={row}
              action={hide}
              danger
              intro={t('detail.hideBody')}
              consequences={told}
              success={t('detail.hidden')}
            >
              <Field name="rule" label={t('field.rule')} required>
                <Select options={rules} placeholder="" />
              </Field>
              <Field name="reason" label={t('field.reason')} required>
                <Textarea rows={3} max={500} />
              </Field>
            </EventButton>
          )}
          {events.includes('show') && (
            <EventButton
              noun="productReview"
              event="show"
              row={row}
              action={show}
              intro={t('detail.showBody')}
              consequences={told}
              success={t('detail.shown')}
            />
          )}
        </>
      }
    >
      <Negotiation portal="ops" detail={detail} t={t} format={format} />
      <AnswerSection detail={detail} t={t} format={format} />
      <SubjectReview
        actor={actor}
        noun="productReview"
        subjectId={review.id}
        version={review.version}
        approve={{ intro: t('ops.passIntro'), consequences: told }}
        reject={{
          intro: t('ops.refuseIntro'),
          consequences: [{ label: t('ops.told'), value: t('ops.toldBuyer') }],
          fields: (
            <>
              <RejectFields
                name="reasons"
                fields={REVIEW_FIELDS.map((value) => ({ value, label: t(`field.${value}`) }))}
                rules={rules}
                ruleRequired
              />
              <Field name="note" label={t('field.note')}>
                <Textarea rows={2} max={2000} />
              </Field>
            </>
          ),
        }}
      />
    </ReviewView>
  );
}
