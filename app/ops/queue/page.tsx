import { ListPage } from '@/components/shell/list-page';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { requireOperator } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import { readClock } from '@/lib/records/clock/queries';
import { reviewPage } from '@/lib/records/review/pages';
import { countQueue, listQueue, reviewableNouns } from '@/lib/records/review/queries';

export default async function QueuePage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireOperator('review.read');
  const values = await listParams(searchParams);
  const [t, all, format, page, count, { now }] = await Promise.all([
    getT('review'),
    getT(),
    getFormat(),
    listQueue(actor, values),
    countQueue(actor, values),
    readClock(actor),
  ]);
  const me = actor.accountId;
  const rows = page.rows.map((item) => {
    const due = item.dueAt ? format.due(item.dueAt, now) : undefined;
    const held = item.claimedUntil && item.claimedUntil > now;
    const claim = item.decision
      ? 'decided'
      : !held
        ? 'free'
        : item.claimedBy === me
          ? 'mine'
          : 'colleague';
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
  const links = pageLinks('/ops/queue', values, page.next);
  return (
    <ListPage
      title={t('list.title')}
      count={format.count(count, count >= 1000)}
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
      pager={<Pager {...links} total={all('review.list.total', { count })} />}
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
        empty={<EmptyState title={t('list.emptyTitle')}>{t('list.emptyText')}</EmptyState>}
      />
    </ListPage>
  );
}
