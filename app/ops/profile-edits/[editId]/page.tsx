import { orNotFound } from '@/app/found';
import { comparedFields } from '@/components/merchant/describe';
import { RejectCompany } from '@/components/merchant/reject-company';
import { RejectionNotice } from '@/components/merchant/rejection-notice';
import { DetailPage } from '@/components/shell/detail-page';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
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
import { listStreamNames } from '@/lib/records/merchant/queries';
import { profileEdit } from '@/lib/workflows/profile-edit/machine';
import { getProfileEditReview } from '@/lib/workflows/profile-edit/queries';
import { SubjectReview } from '../../queue/subject-review';

export default async function ProfileEditReviewPage({
  params,
}: {
  params: Promise<{ editId: string }>;
}) {
  const actor = await requireOperator('profileEdit.read');
  const { editId } = await params;
  const [review, evidence, t, m, locale, format] = await Promise.all([
    orNotFound(getProfileEditReview(actor, editId)),
    listEvidence(actor, 'profileEdit', editId),
    getT('profileEdit'),
    getT('merchant'),
    currentLocale(),
    getFormat(),
  ]);
  const { edit, checks, now } = review;
  const { live, proposed } = edit;
  const [files, names] = await Promise.all([
    readFiles(actor, [
      live?.profile.logoFileId,
      live?.profile.licenceFileId,
      proposed?.profile.logoFileId,
      proposed?.profile.licenceFileId,
    ]),
    listStreamNames(actor, evidence),
  ]);
  const shown = checks.map((check) => ({ ...check, text: m(`rule.${check.rule}`) }));
  const told = live
    ? [live.profile.serviceEmail, live.profile.businessContact.mobile].join(' · ')
    : '';
  return (
    <DetailPage
      title={edit.merchantName}
      breadcrumb={[
        { label: m('ops.title'), href: '/ops/merchants' },
        { label: edit.merchantName, href: `/ops/merchants/${edit.merchantId}` },
      ]}
      badge={<StateBadge noun="profileEdit" state={edit.state} />}
      actions={
        <ButtonLink href={`/ops/merchants/${edit.merchantId}`}>{t('ops.toMerchant')}</ButtonLink>
      }
      next={
        <WhoIsNext
          noun="profileEdit"
          me={can(actor, 'profileEdit.decide') ? 'operations' : undefined}
          next={whoIsNext(profileEdit, edit, now)}
          now={now}
        />
      }
      side={
        <Section title={m('ops.log')}>
          <EvidenceTimeline
            rows={evidence.filter(({ event }) => event !== 'save' && event !== 'revise')}
            names={names}
          />
        </Section>
      }
    >
      <Words namespaces={['workflow', 'review', 'merchant']}>
        <SubjectReview
          actor={actor}
          noun="profileEdit"
          subjectId={edit.id}
          version={edit.version}
          approve={{
            intro: t('ops.approveIntro'),
            consequences: [{ label: t('ops.told'), value: told }],
          }}
          reject={{
            intro: t('ops.rejectIntro'),
            consequences: [{ label: t('ops.told'), value: told }],
            fields: <RejectCompany checks={checks} />,
          }}
        />
      </Words>
      {edit.outcome?.verdict === 'rejected' && (
        <RejectionNotice
          outcome={edit.outcome}
          labels="merchant.field"
          title={t('ops.lastRejection', { at: format.dateTime(new Date(edit.outcome.at)) })}
        />
      )}
      <Section title={t('ops.difference')} description={t('ops.differenceHint')} flush>
        {proposed && live ? (
          <Difference fields={comparedFields(proposed, live, { t: m, locale, files }, shown)} />
        ) : (
          <EmptyState title={t('ops.notSubmitted')}>{t('ops.notSubmittedText')}</EmptyState>
        )}
      </Section>
    </DetailPage>
  );
}
