import { notFound } from 'next/navigation';
import { Preconditions } from '@/components/merchant-exit/preconditions';
import { UninvoicedOrders } from '@/components/merchant-exit/uninvoiced-orders';
import { DetailPage } from '@/components/shell/detail-page';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { Words } from '@/components/ui/words';
import { EvidenceTimeline } from '@/components/workflow/evidence-timeline';
import { StateBadge } from '@/components/workflow/state-badge';
import { WhoIsNext } from '@/components/workflow/who-is-next';
import { listEvidence } from '@/lib/audit/queries';
import { can } from '@/lib/auth/permissions';
import { requireOperator } from '@/lib/auth/session';
import { whoIsNext } from '@/lib/engine/who-is-next';
import { getFormat, getT } from '@/lib/i18n/server';
import { listStreamNames } from '@/lib/records/merchant/queries';
import { merchantExit as machine } from '@/lib/workflows/merchant-exit/machine';
import { getExitReview } from '@/lib/workflows/merchant-exit/queries';
import { SubjectReview } from '../../queue/subject-review';

export default async function ExitReviewPage({ params }: { params: Promise<{ exitId: string }> }) {
  const actor = await requireOperator('merchantExit.read');
  const { exitId } = await params;
  const review = await getExitReview(actor, exitId);
  if (!review) notFound();
  const { exit, obstacles, uninvoiced, now } = review;
  const [t, format, log] = await Promise.all([
    getT('merchantExit'),
    getFormat(),
    listEvidence(actor, 'merchantExit', exit.id),
  ]);
  const names = await listStreamNames(actor, log);
  const told = { label: t('field.merchant'), value: t('ops.told') };
  const opinion = (required: boolean) => (
    <Field
      name="opinion"
      label={t('field.opinion')}
      hint={t('ops.opinionHint')}
      required={required}
    >
      <Textarea rows={3} max={1000} />
    </Field>
  );
  return (
    <DetailPage
      title={exit.merchantName}
      breadcrumb={[{ label: t('ops.title'), href: '/ops/exits' }]}
      badge={<StateBadge noun="merchantExit" state={exit.state} />}
      actions={
        <ButtonLink href={`/ops/merchants/${exit.merchantId}`}>{t('ops.toMerchant')}</ButtonLink>
      }
      next={
        <WhoIsNext
          noun="merchantExit"
          next={whoIsNext(machine, exit, now)}
          now={now}
          {...(can(actor, 'merchantExit.decide') ? { me: 'operations' as const } : {})}
        />
      }
      side={
        <Section title={t('ops.log')}>
          <EvidenceTimeline rows={log} names={names} />
        </Section>
      }
    >
      <Words namespaces={['workflow', 'review', 'merchantExit']}>
        <SubjectReview
          actor={actor}
          noun="merchantExit"
          subjectId={exit.id}
          version={exit.version}
          approve={{
            intro: t('ops.approveIntro'),
            consequences: [
              { label: t('ops.account'), value: t('ops.accountGone') },
              { label: t('ops.members'), value: t('ops.membersRead') },
              { label: t('ops.shop'), value: t('ops.shopGone') },
              told,
            ],
            fields: opinion(false),
          }}
          reject={{ intro: t('ops.rejectIntro'), consequences: [told], fields: opinion(true) }}
        />
      </Words>
      <Section title={t('ops.request')}>
        <DescriptionList
          items={[
            { label: t('field.submittedAt'), value: format.dateTime(exit.submittedAt) },
            { label: t('field.round'), value: String(exit.round) },
            {
              label: t('field.reason'),
              value: <span className="whitespace-pre-line">{exit.reason}</span>,
              wide: true,
            },
            ...(exit.decidedAt
              ? [
                  { label: t('field.decidedAt'), value: format.dateTime(exit.decidedAt) },
                  { label: t('field.opinion'), value: exit.opinion, wide: true },
                ]
              : []),
          ]}
        />
      </Section>
      {exit.state === 'pendingReview' && (
        <Section title={t('page.conditions')}>
          <Preconditions
            obstacles={obstacles}
            portal="ops"
            merchantId={exit.merchantId}
            format={format}
          />
        </Section>
      )}
      {uninvoiced.length > 0 && (
        <UninvoicedOrders orders={uninvoiced} path="/ops/orders" format={format} />
      )}
    </DetailPage>
  );
}
