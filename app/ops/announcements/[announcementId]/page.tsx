import { notFound } from 'next/navigation';
import { AnnouncementFields } from '@/components/announcement/announcement-fields';
import { AnnouncementView } from '@/components/announcement/announcement-view';
import { DetailPage } from '@/components/shell/detail-page';
import { ActionForm } from '@/components/ui/action-form';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { Textarea } from '@/components/ui/textarea';
import { EventButton } from '@/components/workflow/event-button';
import { EvidenceTimeline } from '@/components/workflow/evidence-timeline';
import { StateBadge } from '@/components/workflow/state-badge';
import { WhoIsNext } from '@/components/workflow/who-is-next';
import { listEvidence } from '@/lib/audit/queries';
import { requireOperator } from '@/lib/auth/session';
import { allowedEvents, whoIsNext } from '@/lib/engine/who-is-next';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { listStreamNames } from '@/lib/records/merchant/queries';
import { announcement as machine } from '@/lib/workflows/announcement/machine';
import { getAnnouncement } from '@/lib/workflows/announcement/queries';
import { publish, save, withdraw } from '../actions';

export default async function AnnouncementPage({
  params,
}: {
  params: Promise<{ announcementId: string }>;
}) {
  const actor = await requireOperator('announcement.read');
  const { announcementId } = await params;
  const found = await getAnnouncement(actor, announcementId);
  if (!found) notFound();
  const { row, now } = found;
  const [t, locale, format, log] = await Promise.all([
    getT('announcement'),
    currentLocale(),
    getFormat(),
    listEvidence(actor, 'announcement', row.id),
  ]);
  const names = await listStreamNames(actor, log);
  const events = allowedEvents(machine, row, actor);
  const told = { label: t('detail.told'), value: row.merchantName || t('detail.nobody') };
  const readers = { label: t('detail.readers'), value: t('detail.everybody') };
  const seen = { id: row.id, version: row.version };
  return (
    <DetailPage
      title={row.title[locale]}
      breadcrumb={[{ label: t('list.title'), href: '/ops/announcements' }]}
      badge={<StateBadge noun="announcement" state={row.state} />}
      actions={
        <>
          {row.state === 'published' && (
            <ButtonLink href={`/announcements/${row.id}`}>{t('detail.public')}</ButtonLink>
          )}
          {events.includes('withdraw') && (
            <EventButton
              noun="announcement"
              event="withdraw"
              row={seen}
              action={withdraw}
              consequences={row.state === 'published' ? [told] : []}
              success={t('detail.withdrawn')}
            >
              <Field name="reason" label={t('field.reason')} hint={t('hint.reason')} required>
                <Textarea max={1000} rows={3} />
              </Field>
            </EventButton>
          )}
          {events.includes('publish') && (
            <EventButton
              noun="announcement"
              event="publish"
              row={seen}
              action={publish}
              look="primary"
              intro={t('detail.after')}
              consequences={[readers, told]}
              success={t('detail.published')}
            />
          )}
        </>
      }
      next={
        <WhoIsNext
          noun="announcement"
          next={whoIsNext(machine, row, now)}
          now={now}
          me="operations"
        />
      }
      side={
        <>
          {row.violationId && (
            <Section title={t('detail.from')}>
              <a className="link" href={`/ops/violations/${row.violationId}`}>
                {row.behaviour[locale] || row.violationId}
              </a>
            </Section>
          )}
          <Section title={t('detail.log')}>
            <EvidenceTimeline rows={log} names={names} />
          </Section>
        </>
      }
    >
      <Section title={t('detail.preview')}>
        <AnnouncementView row={row} locale={locale} format={format} />
      </Section>
      {events.includes('save') && (
        <ActionForm action={save} hidden={seen} success={t('detail.saved')}>
          <Section title={t('detail.edit')}>
            <AnnouncementFields value={row} />
          </Section>
          <div className="form__foot">
            <SubmitButton look="outline">{t('event.save')}</SubmitButton>
          </div>
        </ActionForm>
      )}
    </DetailPage>
  );
}
