import { ClockMoveForm } from '@/components/clock/clock-move-form';
import { DetailPage } from '@/components/shell/detail-page';
import { Alert } from '@/components/ui/alert';
import { Section } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Words } from '@/components/ui/words';
import { requireOperator } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { listUpcomingDeadlines, readClock } from '@/lib/records/clock/queries';
import { move } from './actions';

export default async function ClockPage() {
  const actor = await requireOperator('clock.move');
  const [t, all, format, { now, movable }, upcoming] = await Promise.all([
    getT('clock'),
    getT(),
    getFormat(),
    readClock(actor),
    listUpcomingDeadlines(actor),
  ]);
  const word = (key: string, fallback: string) => (all.has(key) ? all(key) : fallback);
  return (
    <DetailPage title={t('title')} description={t('description')}>
      <Section title={t('now')}>
        <p className="num text-[22px] font-semibold">{format.dateTime(now)}</p>
        {movable ? (
          <Words namespaces={['ui', 'clock']}>
            <ClockMoveForm action={move} />
          </Words>
        ) : (
          <Alert title={t('fixed')} />
        )}
      </Section>
      <Section title={t('upcoming.title')} description={t('upcoming.description')} flush>
        <DataTable
          caption={t('upcoming.title')}
          columns={[
            { key: 'due', header: t('field.due') },
            { key: 'event', header: t('field.event') },
            { key: 'noun', header: t('field.noun') },
            { key: 'subject', header: t('field.subject'), kind: 'mono' },
            { key: 'rule', header: t('field.rule'), wrap: true },
          ]}
          rows={upcoming.map((row) => ({
            id: row.id,
            ...(row.lastError ? { tone: 'danger' as const } : {}),
            cells: {
              due: { text: format.dateTime(row.dueAt), sub: format.due(row.dueAt, now).text },
              event: word(`${row.noun}.event.${row.event}`, row.event),
              noun: word(`review.kind.${row.noun}`, row.noun),
              subject: {
                text: row.subjectId,
                href: `/ops/evidence?q=${encodeURIComponent(row.subjectId)}`,
              },
              rule: {
                text: word(`setting.label.${row.rule}`, row.rule),
                ...(row.lastError ? { sub: row.lastError } : {}),
              },
            },
          }))}
          empty={
            <EmptyState title={t('upcoming.emptyTitle')}>{t('upcoming.emptyText')}</EmptyState>
          }
        />
      </Section>
    </DetailPage>
  );
}
