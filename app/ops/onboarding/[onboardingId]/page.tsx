import { orNotFound } from '@/app/found';
import { comparedFields } from '@/components/merchant/describe';
import { RejectCompany } from '@/components/merchant/reject-company';
import { RejectionNotice } from '@/components/merchant/rejection-notice';
import { DetailPage } from '@/components/shell/detail-page';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { Words } from '@/components/ui/words';
import { Difference } from '@/components/workflow/difference';
import { EvidenceTimeline } from '@/components/workflow/evidence-timeline';
import { StateBadge } from '@/components/workflow/state-badge';
import { WhoIsNext } from '@/components/workflow/who-is-next';
import { listEvidence } from '@/lib/audit/queries';
import { can } from '@/lib/auth/permissions';
import { requireOperator } from '@/lib/auth/session';
import { whoIsNext } from '@/lib/engine/who-is-next';
import { readFiles } from '@/lib/files/queries';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { onboarding } from '@/lib/workflows/onboarding/machine';
import { getOnboardingReview } from '@/lib/workflows/onboarding/queries';
import { SubjectReview } from '../../queue/subject-review';

export default async function OnboardingReviewPage({
  params,
}: {
  params: Promise<{ onboardingId: string }>;
}) {
  const actor = await requireOperator('onboarding.read');
  const { onboardingId } = await params;
  const [review, evidence, t, m, locale, format] = await Promise.all([
    orNotFound(getOnboardingReview(actor, onboardingId)),
    listEvidence(actor, 'onboarding', onboardingId),
    getT('onboarding'),
    getT('merchant'),
    currentLocale(),
    getFormat(),
  ]);
  const { application, checks, applicant, now } = review;
  const { submission, companyName, agreement } = application;
  // What is refused now has nothing new to compare with.
  const previous = application.state === 'rejected' ? null : application.previous;
  const files = await readFiles(actor, [
    submission?.logoFileId,
    submission?.licenceFileId,
    previous?.logoFileId,
    previous?.licenceFileId,
  ]);
  const shown = checks.map((check) => ({ ...check, text: m(`rule.${check.rule}`) }));
  const compared =
    submission &&
    comparedFields(
      { name: companyName, profile: submission },
      previous ? { name: companyName, profile: previous } : null,
      { t: m, locale, files },
      shown,
    );
  const decided = application.outcome;
  return (
    <DetailPage
      title={companyName}
      breadcrumb={[{ label: t('ops.title'), href: '/ops/onboarding' }]}
      badge={<StateBadge noun="onboarding" state={application.state} />}
      actions={
        application.merchantId && (
          <ButtonLink href={`/ops/merchants/${application.merchantId}`}>
            {t('ops.toMerchant')}
          </ButtonLink>
        )
      }
      next={
        <WhoIsNext
          noun="onboarding"
          me={can(actor, 'onboarding.decide') ? 'operations' : undefined}
          next={whoIsNext(onboarding, application, now)}
          now={now}
        />
      }
      side={
        <>
          <Section title={t('ops.applicant')}>
            <DescriptionList
              columns={1}
              items={[
                { label: t('ops.account'), value: applicant.name },
                { label: t('ops.email'), value: applicant.email },
                { label: t('ops.phone'), value: applicant.phone },
                { label: m('field.creditCode'), value: applicant.creditCode },
                { label: t('ops.realNameAt'), value: format.dateTime(applicant.realNameAt) },
                ...(agreement
                  ? [
                      {
                        label: t('agreementSigned'),
                        value: `${agreement.title[locale]} · ${t('versionNumber', { version: agreement.version })}`,
                      },
                    ]
                  : []),
              ]}
            />
          </Section>
          <Section title={t('ops.log')}>
            <EvidenceTimeline
              rows={evidence.filter(({ event }) => event !== 'save' && event !== 'revise')}
              names={{ [application.accountId]: applicant.name }}
            />
          </Section>
        </>
      }
    >
      <Words namespaces={['workflow', 'review', 'merchant']}>
        <SubjectReview
          actor={actor}
          noun="onboarding"
          subjectId={application.id}
          version={application.version}
          approve={{
            intro: t('ops.approveIntro'),
            consequences: [
              { label: t('ops.becomes'), value: companyName },
              { label: t('ops.owner'), value: `${applicant.name} (${applicant.email})` },
              {
                label: t('ops.told'),
                value: [submission?.serviceEmail, submission?.businessContact.mobile].join(' · '),
              },
            ],
          }}
          reject={{
            intro: t('ops.rejectIntro'),
            consequences: [
              {
                label: t('ops.told'),
                value: [submission?.serviceEmail, submission?.businessContact.mobile].join(' · '),
              },
            ],
            fields: <RejectCompany checks={checks} />,
          }}
        />
      </Words>
      {decided?.verdict === 'rejected' && (
        <RejectionNotice
          outcome={decided}
          labels="merchant.field"
          title={t('ops.lastRejection', { at: format.dateTime(new Date(decided.at)) })}
        />
      )}
      <Section
        title={t(previous ? 'ops.difference' : 'ops.submitted')}
        description={previous ? t('ops.differenceHint') : undefined}
        flush
      >
        {compared ? (
          <Difference fields={compared} first={!previous} />
        ) : (
          <EmptyState title={t('ops.notSubmitted')}>{t('ops.notSubmittedText')}</EmptyState>
        )}
      </Section>
    </DetailPage>
  );
}
