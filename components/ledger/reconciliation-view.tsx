import type { ReactNode } from 'react';
import { ListPage } from '@/components/shell/list-page';
import { ReloadSoon } from '@/components/top-up/reload-soon';
import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { Alert } from '@/components/ui/alert';
import { Section } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { NamedRun } from '@/lib/records/reconciliation/queries';

/** The runs of the reconciliation: the one under way, what the newest found (`children`), the earlier ones. */
export function ReconciliationView({
  runs,
  kept,
  checkNow,
  t,
  format,
  children,
}: {
  /** Newest first. */
  runs: NamedRun[];
  /** Runs that are kept. */
  kept: number;
  checkNow: FormAction;
  t: Translate;
  format: Format;
  /** The report of the newest ended run; nothing before the first. */
  children: ReactNode;
}) {
  const underWay = runs.find(({ endedAt }) => !endedAt);
  const [newest, ...earlier] = runs.filter(({ endedAt }) => endedAt);
  const since = underWay && t('page.underWay', { at: format.dateTime(underWay.requestedAt) });
  const button = (
    <ActionForm action={checkNow} success={t('page.asked')}>
      <SubmitButton disabled={Boolean(since)}>{since ?? t('page.checkNow')}</SubmitButton>
    </ActionForm>
  );
  return (
    <ListPage title={t('page.title')} description={t('page.lead')} actions={button}>
      {underWay && <ReloadSoon />}
      <div className="grid gap-4" data-run={newest?.id}>
        {since && <Alert>{t('page.underWayBody')}</Alert>}
        {newest && children && (
          <p className="text-muted">
            {t('page.made', {
              at: format.dateTime(newest.startedAt),
              duration: durationOf(newest, t),
            })}
          </p>
        )}
        {children || (
          <Section title={t('page.title')}>
            <EmptyState title={t('page.emptyTitle')}>{t('page.empty')}</EmptyState>
          </Section>
        )}
        {earlier.length > 0 && (
          <Section
            title={t('page.earlier')}
            description={t('page.earlierHelp', { count: kept })}
            flush
          >
            <DataTable
              caption={t('page.earlier')}
              columns={[
                { key: 'startedAt', header: t('field.startedAt'), kind: 'date' },
                { key: 'duration', header: t('field.duration') },
                { key: 'requester', header: t('field.requester') },
                { key: 'differences', header: t('field.differences'), kind: 'badge' },
              ]}
              rows={earlier.map((run) => ({
                id: run.id,
                cells: {
                  startedAt: format.dateTime(run.startedAt),
                  duration: durationOf(run, t),
                  requester: run.requester ?? t('page.daily'),
                  differences: run.differences
                    ? { text: format.count(run.differences), tone: 'danger' as const }
                    : { text: t('page.ok'), tone: 'success' as const },
                },
              }))}
            />
          </Section>
        )}
      </div>
    </ListPage>
  );
}

/** How long a run took, in minutes and begun seconds. */
function durationOf({ startedAt, endedAt }: NamedRun, t: Translate): string {
  const ms = (endedAt?.getTime() ?? 0) - (startedAt?.getTime() ?? 0);
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  return t('page.duration', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
}
