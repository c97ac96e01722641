import { notFound } from 'next/navigation';
import { DetailPage } from '@/components/shell/detail-page';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { Field } from '@/components/ui/field';
import { SmartLink } from '@/components/ui/smart-link';
import { Textarea } from '@/components/ui/textarea';
import { ViolationFacts } from '@/components/violation/violation-facts';
import { EventButton } from '@/components/workflow/event-button';
import { EvidenceTimeline } from '@/components/workflow/evidence-timeline';
import { StateBadge } from '@/components/workflow/state-badge';
import { toneOf } from '@/components/workflow/tones';
import { WhoIsNext } from '@/components/workflow/who-is-next';
import { listEvidence } from '@/lib/audit/queries';
import { can } from '@/lib/auth/permissions';
import { requireOperator } from '@/lib/auth/session';
import { allowedEvents, whoIsNext } from '@/lib/engine/who-is-next';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { listStreamNames } from '@/lib/records/merchant/queries';
import { listAnnouncementsOf } from '@/lib/workflows/announcement/queries';
import { violation as machine } from '@/lib/workflows/violation/machine';
import { getViolation } from '@/lib/workflows/violation/queries';
import { revoke, uphold } from '../actions';

export default async function ViolationPage({
  params,
}: {
  params: Promise<{ violationId: string }>;
}) {
  const actor = await requireOperator('violation.read');
  const { violationId } = await params;
  const found = await getViolation(actor, violationId);
  if (!found) notFound();
  const { violation, now } = found;
  const [t, a, locale, format, log, notices] = await Promise.all([
    getT('violation'),
    getT('announcement'),
    currentLocale(),
    getFormat(),
    listEvidence(actor, 'violation', violation.id),
    listAnnouncementsOf(actor, violation.id),
  ]);
  const names = await listStreamNames(actor, log);
  const listed = violation.merchantAction !== 'none';
  const events = allowedEvents(machine, violation, actor).filter(
    (event) => event !== 'revoke' || !listed || can(actor, 'standing.decide'),
  );
  const points = { points: violation.points };
  const row = { id: violation.id, version: violation.version };
  const told = { label: t('detail.merchantTold'), value: t('detail.told') };
  return (
    <DetailPage
      title={violation.behaviourText[locale]}
      breadcrumb={[{ label: t('list.title'), href: '/ops/violations' }]}
      badge={<StateBadge noun="violation" state={violation.state} />}
      description={violation.merchantName}
      actions={
        <>
          {can(actor, 'announcement.manage') && violation.state !== 'revoked' && (
            <ButtonLink href={`/ops/announcements/new?violationId=${violation.id}`}>
              {t('detail.announce')}
            </ButtonLink>
          )}
          {events.includes('revoke') && (
            <EventButton
              noun="violation"
              event="revoke"
              row={row}
              action={revoke}
              danger
              consequences={[
                { label: t('detail.points'), value: t('detail.pointsGone', points) },
                { label: t('detail.undone'), value: t('detail.undoneText') },
                told,
              ]}
              success={t('detail.revokedDone')}
            >
              <Field name="reply" label={t('field.reply')} hint={t('detail.replyHint')} required>
                <Textarea max={1000} rows={4} />
              </Field>
            </EventButton>
          )}
          {events.includes('uphold') && (
            <EventButton
              noun="violation"
              event="uphold"
              row={row}
              action={uphold}
              look="primary"
              consequences={[
                { label: t('detail.points'), value: t('detail.pointsStay', points) },
                told,
              ]}
              success={t('detail.upheldDone')}
            >
              <Field name="reply" label={t('field.reply')} hint={t('detail.replyHint')} required>
                <Textarea max={1000} rows={4} />
              </Field>
            </EventButton>
          )}
        </>
      }
      next={
        <WhoIsNext
          noun="violation"
          next={whoIsNext(machine, violation, now)}
          now={now}
          me="operations"
        />
      }
      side={
        <Section title={t('detail.log')}>
          <EvidenceTimeline rows={log} names={names} />
        </Section>
      }
    >
      <ViolationFacts
        {...found}
        locale={locale}
        format={format}
        merchant={
          <SmartLink className="link" href={`/ops/merchants/${violation.merchantId}#standing`}>
            {violation.merchantName}
          </SmartLink>
        }
        product={
          violation.productId && (
            <SmartLink className="link" href={`/ops/products/${violation.productId}`}>
              {violation.productName}
            </SmartLink>
          )
        }
      />
      {listed && violation.state !== 'revoked' && !can(actor, 'standing.decide') && (
        <p className="text-[13px] text-muted">{t('detail.adminRevokes')}</p>
      )}
      {notices.length > 0 && (
        <Section title={t('detail.announcements')} flush>
          <DataTable
            caption={t('detail.announcements')}
            columns={[
              { key: 'title', header: a('field.title'), kind: 'link', wrap: true },
              { key: 'state', header: a('field.state'), kind: 'badge' },
              { key: 'publishedAt', header: a('field.publishedAt'), kind: 'date' },
            ]}
            rows={notices.map((notice) => ({
              id: notice.id,
              href: `/ops/announcements/${notice.id}`,
              cells: {
                title: notice.title[locale],
                state: {
                  text: a(`state.${notice.state}`),
                  tone: toneOf('announcement', notice.state),
                },
                publishedAt: notice.publishedAt && format.dateTime(notice.publishedAt),
              },
            }))}
          />
        </Section>
      )}
    </DetailPage>
  );
}
