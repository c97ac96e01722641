import { notFound } from 'next/navigation';
import { Preconditions } from '@/components/merchant-exit/preconditions';
import { UninvoicedOrders } from '@/components/merchant-exit/uninvoiced-orders';
import { DetailPage } from '@/components/shell/detail-page';
import { StandingBanner } from '@/components/standing/standing-banner';
import { ActionForm } from '@/components/ui/action-form';
import { Alert } from '@/components/ui/alert';
import { Section } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { DescriptionList } from '@/components/ui/description-list';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { Textarea } from '@/components/ui/textarea';
import { EventButton } from '@/components/workflow/event-button';
import { EvidenceTimeline } from '@/components/workflow/evidence-timeline';
import { StateBadge } from '@/components/workflow/state-badge';
import { WhoIsNext } from '@/components/workflow/who-is-next';
import { listEvidence } from '@/lib/audit/queries';
import { can } from '@/lib/auth/permissions';
import { requireMerchant } from '@/lib/auth/session';
import { allowedEvents, whoIsNext } from '@/lib/engine/who-is-next';
import { getFormat, getT } from '@/lib/i18n/server';
import { merchantExit as machine } from '@/lib/workflows/merchant-exit/machine';
import { getOwnExit } from '@/lib/workflows/merchant-exit/queries';
import { getStandingNotice } from '@/lib/workflows/standing/queries';
import { request, withdraw } from './actions';
import { WaiverButton } from './waiver-button';

/** The way out (onboarding.md 6.1): what is in the way, and the request. */
export default async function ExitPage() {
  const actor = await requireMerchant('merchantExit.read');
  const view = await getOwnExit(actor);
  if (!view) notFound();
  const { exit, obstacles, uninvoiced, now } = view;
  const [t, format, standing, log] = await Promise.all([
    getT('merchantExit'),
    getFormat(),
    getStandingNotice(actor),
    exit ? listEvidence(actor, 'merchantExit', exit.id) : [],
  ]);
  const gone = exit?.state === 'approved';
  const waiting = exit?.state === 'pendingReview';
  const mayAsk = can(actor, 'merchantExit.request');
  return (
    <DetailPage
      title={t('page.title')}
      badge={exit && <StateBadge noun="merchantExit" state={exit.state} />}
      description={t('page.lead')}
      actions={
        exit &&
        allowedEvents(machine, exit, actor).includes('withdraw') && (
          <EventButton
            noun="merchantExit"
            event="withdraw"
            row={{ id: exit.id, version: exit.version }}
            action={withdraw}
            intro={t('page.withdrawText')}
            success={t('page.withdrawn')}
          />
        )
      }
      next={
        exit && (
          <WhoIsNext
            noun="merchantExit"
            next={whoIsNext(machine, exit, now)}
            now={now}
            me="merchant"
          />
        )
      }
      side={
        log.length > 0 && (
          <Section title={t('ops.log')}>
            <EvidenceTimeline rows={log} />
          </Section>
        )
      }
    >
      <StandingBanner standing={standing} />
      {!gone && (
        <Section title={t('page.conditions')}>
          <Preconditions
            obstacles={obstacles}
            portal="merchant"
            merchantId={actor.merchantId}
            format={format}
          />
        </Section>
      )}
      {!gone && uninvoiced.length > 0 && (
        <UninvoicedOrders
          orders={uninvoiced}
          path="/merchant/orders"
          format={format}
          {...(mayAsk ? { action: (order) => <WaiverButton order={order} /> } : {})}
        />
      )}
      {exit && (
        <Section title={t('page.last')}>
          <DescriptionList
            items={[
              { label: t('field.submittedAt'), value: format.dateTime(exit.submittedAt) },
              {
                label: t('field.decidedAt'),
                value: exit.decidedAt && format.dateTime(exit.decidedAt),
              },
              {
                label: t('field.reason'),
                value: <span className="whitespace-pre-line">{exit.reason}</span>,
                wide: true,
              },
              ...(exit.opinion
                ? [{ label: t('field.opinion'), value: exit.opinion, wide: true }]
                : []),
            ]}
          />
        </Section>
      )}
      {!gone && !waiting && (
        <Section title={t('page.form')} description={t('page.formHint')}>
          {!mayAsk ? (
            <Alert tone="info" title={t('page.ownerOnly')} />
          ) : obstacles.length > 0 ? (
            <Alert tone="warning" title={t('page.blocked')} />
          ) : (
            <ActionForm action={request} success={t('page.requested')} draftKey="merchant-exit">
              <Field name="reason" label={t('field.reason')} required>
                <Textarea rows={4} max={1000} />
              </Field>
              <Field name="understood" required>
                <Checkbox>{t('page.understood')}</Checkbox>
              </Field>
              <div>
                <SubmitButton>{t('event.request')}</SubmitButton>
              </div>
            </ActionForm>
          )}
        </Section>
      )}
    </DetailPage>
  );
}
