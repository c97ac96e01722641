import { notFound } from 'next/navigation';
import { DetailPage } from '@/components/shell/detail-page';
import { ActionForm } from '@/components/ui/action-form';
import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { Textarea } from '@/components/ui/textarea';
import { EvidenceTimeline } from '@/components/workflow/evidence-timeline';
import { StateBadge } from '@/components/workflow/state-badge';
import { WhoIsNext } from '@/components/workflow/who-is-next';
import { listEvidence } from '@/lib/audit/queries';
import { requireMerchant } from '@/lib/auth/session';
import { allowedEvents, whoIsNext } from '@/lib/engine/who-is-next';
import { getFormat, getT } from '@/lib/i18n/server';
import { readClock } from '@/lib/records/clock/queries';
import { question } from '@/lib/workflows/question/machine';
import { getMerchantQuestion, questionLength } from '@/lib/workflows/question/queries';
import { answer } from '../actions';

export default async function QuestionPage({
  params,
}: {
  params: Promise<{ questionId: string }>;
}) {
  const actor = await requireMerchant('question.read');
  const { questionId } = await params;
  const row = await getMerchantQuestion(actor, questionId);
  if (!row) notFound();
  const [t, format, log, maxLength, { now }] = await Promise.all([
    getT('question'),
    getFormat(),
    listEvidence(actor, 'question', row.id),
    questionLength(actor),
    readClock(actor),
  ]);
  const canAnswer = allowedEvents(question, row, actor).includes('answer');
  return (
    <DetailPage
      title={t('detail.title')}
      breadcrumb={[{ label: t('list.title'), href: '/merchant/questions' }]}
      badge={<StateBadge noun="question" state={row.state} />}
      next={
        <WhoIsNext noun="question" next={whoIsNext(question, row, now)} now={now} me="merchant" />
      }
      side={
        <Section title={t('detail.log')}>
          <EvidenceTimeline rows={log} />
        </Section>
      }
    >
      <Section title={row.text}>
        <DescriptionList
          items={[
            {
              label: t('field.product'),
              value: (
                <a className="link" href={`/products/${row.productId}`}>
                  {row.productName}
                </a>
              ),
            },
            { label: t('field.askedBy'), value: row.askedBy },
            { label: t('field.askedAt'), value: format.dateTime(row.createdAt) },
          ]}
        />
      </Section>
      {canAnswer && (
        <Section title={row.answer ? t('detail.correct') : t('field.answer')}>
          <ActionForm
            action={answer}
            hidden={{ id: row.id, version: row.version }}
            success={t('detail.answered')}
            draftKey={`answer-${row.id}`}
          >
            <Field name="answer" label={t('field.answer')} required>
              <Textarea rows={5} max={maxLength} defaultValue={row.answer ?? ''} />
            </Field>
            <div>
              <SubmitButton>{t('detail.send')}</SubmitButton>
            </div>
          </ActionForm>
        </Section>
      )}
      {!canAnswer && row.answer && (
        <Section title={t('field.answer')}>
          <p className="whitespace-pre-line">{row.answer}</p>
        </Section>
      )}
    </DetailPage>
  );
}
