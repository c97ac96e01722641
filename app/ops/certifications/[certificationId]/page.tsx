import { orNotFound } from '@/app/found';
import { certificationTexts } from '@/components/merchant/certification-texts';
import { RejectionNotice } from '@/components/merchant/rejection-notice';
import { Reveal } from '@/components/merchant/reveal';
import { DetailPage } from '@/components/shell/detail-page';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { Words } from '@/components/ui/words';
import { Difference } from '@/components/workflow/difference';
import { EventButton } from '@/components/workflow/event-button';
import { EvidenceTimeline } from '@/components/workflow/evidence-timeline';
import { RejectFields } from '@/components/workflow/reject-fields';
import { StateBadge } from '@/components/workflow/state-badge';
import { WhoIsNext } from '@/components/workflow/who-is-next';
import { listEvidence } from '@/lib/audit/queries';
import { can } from '@/lib/auth/permissions';
import { requireOperator } from '@/lib/auth/session';
import { whoIsNext } from '@/lib/engine/who-is-next';
import { getFormat, getT } from '@/lib/i18n/server';
import { listStreamNames } from '@/lib/records/merchant/queries';
import { checkCertification } from '@/lib/workflows/business-certification/checks';
import { CERTIFICATION_FIELDS } from '@/lib/workflows/business-certification/form';
import { businessCertification } from '@/lib/workflows/business-certification/machine';
import { getCertification } from '@/lib/workflows/business-certification/queries';
import { SubjectReview } from '../../queue/subject-review';
import { reveal, unlock } from '../actions';

export default async function CertificationReviewPage({
  params,
}: {
  params: Promise<{ certificationId: string }>;
}) {
  const actor = await requireOperator('businessCertification.read');
  const { certificationId } = await params;
  const [found, evidence, t, m, r, format] = await Promise.all([
    orNotFound(getCertification(actor, certificationId)),
    listEvidence(actor, 'businessCertification', certificationId),
    getT('businessCertification'),
    getT('merchant'),
    getT('review'),
    getFormat(),
  ]);
  const { certification, failuresBeforeLock: limit, now } = found;
  const { submission, current, outcome, unlocked } = certification;
  const names = await listStreamNames(actor, evidence);
  // Once it has passed, what was submitted is what is certified.
  const before =
    current && certification.state !== 'certified' ? certificationTexts(current, t) : [];
  const checks = submission ? checkCertification(submission, current) : [];
  const told = submission
    ? [submission.financeContact.email, submission.financeContact.mobile].join(' · ')
    : '';
  return (
    <DetailPage
      title={certification.merchantName}
      breadcrumb={[
        { label: m('ops.title'), href: '/ops/merchants' },
        { label: certification.merchantName, href: `/ops/merchants/${certification.merchantId}` },
      ]}
      badge={<StateBadge noun="businessCertification" state={certification.state} />}
      actions={
        certification.state === 'locked' && can(actor, 'businessCertification.unlock') ? (
          <Words namespaces={['businessCertification']}>
            <EventButton
              noun="businessCertification"
              event="unlock"
              row={certification}
              action={unlock}
              look="primary"
              intro={t('ops.unlockIntro')}
            >
              <Field name="ticket" label={t('ops.ticket')} required>
                <TextInput max={60} />
              </Field>
              <Field name="note" label={t('ops.note')} required>
                <Textarea rows={3} max={1000} />
              </Field>
            </EventButton>
          </Words>
        ) : (
          <ButtonLink href={`/ops/merchants/${certification.merchantId}`}>
            {m('ops.open')}
          </ButtonLink>
        )
      }
      next={
        <WhoIsNext
          noun="businessCertification"
          me={can(actor, 'businessCertification.decide') ? 'operations' : undefined}
          next={whoIsNext(businessCertification, certification, now)}
          now={now}
        />
      }
      side={
        <>
          <Section title={t('ops.about')}>
            <DescriptionList
              columns={1}
              items={[
                {
                  label: t('ops.failures'),
                  value: t('ops.failuresOf', { count: certification.failures, limit }),
                },
                ...(certification.state === 'certifying' && certification.automatic
                  ? [{ label: t('ops.automaticAt'), value: format.dateTime(certification.dueAt) }]
                  : []),
                ...(submission && can(actor, 'businessCertification.bank')
                  ? [
                      {
                        label: t('ops.number'),
                        value: (
                          <>
                            <Reveal
                              masked={`•••• ${submission.bank.masked}`}
                              action={reveal}
                              input={{ accountId: submission.bank.accountId }}
                              words={{ show: t('ops.show'), hide: m('hide') }}
                            />
                            <span className="field__hint block">{t('ops.shownHint')}</span>
                          </>
                        ),
                      },
                    ]
                  : []),
                ...(unlocked
                  ? [
                      {
                        label: t('ops.unlockedBy'),
                        value: `${unlocked.ticket} · ${unlocked.note} · ${format.dateTime(new Date(unlocked.at))}`,
                      },
                    ]
                  : []),
              ]}
            />
          </Section>
          <Section title={m('ops.log')}>
            <EvidenceTimeline
              rows={evidence.filter(({ event }) => !['save', 'revise', 'prepare'].includes(event))}
              names={names}
            />
          </Section>
        </>
      }
    >
      <Words namespaces={['workflow', 'review', 'businessCertification']}>
        <SubjectReview
          actor={actor}
          noun="businessCertification"
          subjectId={certification.id}
          version={certification.version}
          approve={{
            intro: t('ops.approveIntro'),
            consequences: [{ label: t('ops.told'), value: told }],
          }}
          reject={{
            intro: t('ops.rejectIntro', { limit }),
            consequences: [
              {
                label: t('ops.failures'),
                value: t('ops.failuresOf', { count: certification.failures + 1, limit }),
              },
              { label: t('ops.told'), value: told },
            ],
            fields: (
              <>
                <RejectFields
                  name="reasons"
                  fields={CERTIFICATION_FIELDS.map((value) => ({
                    value,
                    label: t(`field.${value}`),
                  }))}
                  start={checks
                    .filter(({ outcome: result }) => result === 'failed')
                    .map(({ field }) => ({ field }))}
                />
                <Field name="note" label={r('noteToApplicant')}>
                  <Textarea rows={2} max={2000} />
                </Field>
              </>
            ),
          }}
        />
      </Words>
      {outcome?.verdict === 'rejected' && (
        <RejectionNotice
          outcome={outcome}
          labels="businessCertification.field"
          title={t('ops.lastRejection', { at: format.dateTime(new Date(outcome.at)) })}
        />
      )}
      <Section
        title={t(before.length > 0 ? 'ops.difference' : 'ops.submitted')}
        description={before.length > 0 ? t('ops.differenceHint') : undefined}
        flush
      >
        {submission ? (
          <Difference
            first={before.length === 0}
            fields={certificationTexts(submission, t).map(({ key, label, text }) => {
              const old = before.find((line) => line.key === key)?.text;
              return {
                key,
                label,
                before: old === undefined ? null : { kind: 'text' as const, text: old },
                after: { kind: 'text' as const, text },
                checks: checks
                  .filter(({ field }) => field === key)
                  .map(({ id, outcome: result }) => ({
                    rule: id,
                    text: t(`check.${id}`),
                    result,
                  })),
              };
            })}
          />
        ) : (
          <EmptyState title={t('ops.notSubmitted')}>{t('ops.notSubmittedText')}</EmptyState>
        )}
      </Section>
    </DetailPage>
  );
}
