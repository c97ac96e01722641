import { ListPage } from '@/components/shell/list-page';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { Shortcuts } from '@/components/workflow/shortcuts';
import { requireOperator } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import { readClock } from '@/lib/records/clock/queries';
import { reviewPage } from '@/lib/records/review/pages';
import {
  claimStanding,
  countQueue,
  firstInQueue,
  listQueue,
  reviewableNouns,
} from '@/lib/records/review/queries';

export default async function QueuePage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireOperator('review.read');
  const values = await listParams(searchParams);
  const [t, format, page, count, first, { now }] = await Promise.all([
    getT('review'),
    getFormat(),
    listQueue(actor, values),
    countQueue(actor, values),
    firstInQueue(actor, values),
    readClock(actor),
  ]);
  const rows = page.rows.map((item) => {
    const due = item.dueAt ? format.due(item.dueAt, now) : undefined;
    const claim = claimStanding(actor, item, now);
    return {
      id: item.id,
      href: reviewPage(item.noun, item.subjectId),
      ...(due?.overdue ? { tone: 'danger' as const } : {}),
      cells: {
        title: { text: item.title, sub: item.subjectId },
        kind: t(`kind.${item.noun}`),
        round: item.round,
        submittedAt: format.dateTime(item.submittedAt),
        due: due
          ? {
              text: due.text,
              tone: due.overdue ? ('danger' as const) : ('neutral' as const),
              title: format.dateTime(item.dueAt),
            }
          : null,
        claim: {
          text: t(`claim.${claim}`),
          tone: claim === 'mine' ? ('info' as const) : ('neutral' as const),
        },
      },
    };
  });
  const filtered = Boolean(values.q || values.noun || values.show);
  const links = pageLinks('/ops/queue', values, page.next);
  return (
    <ListPage
      title={t('list.title')}
      count={format.count(count, count >= 1000)}
      actions={
        <>
          <Shortcuts />
          <ExportLinks href={exportHref('ops-queue', values)} />
          {first && (
            <ButtonLink
              look="primary"
              href={reviewPage(first.noun, first.subjectId)}
              data-shortcut="n"
            >
              {t('list.start')} <kbd className="key">n</kbd>
            </ButtonLink>
          )}
        </>
      }
      filters={
        <FilterBar
          action="/ops/queue"
          values={values}
          fields={[
            { kind: 'search', name: 'q', placeholder: t('list.search') },
            {
              kind: 'select',
              name: 'noun',
              label: t('field.kind'),
              options: reviewableNouns(actor).map((noun) => ({
                value: noun,
                label: t(`kind.${noun}`),
              })),
            },
            {
              kind: 'select',
              name: 'show',
              label: t('field.show'),
              options: ['overdue', 'free', 'mine'].map((value) => ({
                value,
                label: t(`show.${value}`),
              })),
            },
          ]}
        />
      }
      pager={<Pager {...links} />}
    >
      <DataTable
        caption={t('list.title')}
        columns={[
          { key: 'title', header: t('field.title'), kind: 'link', wrap: true },
          { key: 'kind', header: t('field.kind') },
          { key: 'round', header: t('field.round'), kind: 'number' },
          { key: 'submittedAt', header: t('field.submittedAt'), kind: 'date' },
          { key: 'due', header: t('field.due'), kind: 'badge' },
          { key: 'claim', header: t('field.claim'), kind: 'badge' },
        ]}
        rows={rows}
        empty={
          filtered ? (
            <EmptyState
              title={t('list.noneTitle')}
              actions={<ButtonLink href="/ops/queue">{t('list.all')}</ButtonLink>}
            >
              {t('list.noneText')}
            </EmptyState>
          ) : (
            <EmptyState title={t('list.emptyTitle')}>{t('list.emptyText')}</EmptyState>
          )
        }
      />
    </ListPage>
  );
}
