import { ListPage } from '@/components/shell/list-page';
import { Section } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { StatCard } from '@/components/ui/stat-card';
import { requireOperator } from '@/lib/auth/session';
import { countersFor } from '@/lib/counters/all';
import { getFormat, getT } from '@/lib/i18n/server';
import { COUNT_CAP } from '@/lib/list/keyset';
import { readClock } from '@/lib/records/clock/queries';
import { reviewPage } from '@/lib/records/review/pages';
import { listQueue } from '@/lib/records/review/queries';

/** Counters that ask for action as soon as they are not zero. */
const LOUD = new Set(['queueOverdue', 'messagesFailed', 'messagesUnknown', 'appealsOverdue']);

export default async function OpsOverviewPage() {
  const actor = await requireOperator('review.read');
  const [t, words, nav, format, counters, queue, { now }] = await Promise.all([
    getT('review'),
    getT('counter'),
    getT('nav.ops'),
    getFormat(),
    countersFor(actor, 'ops'),
    listQueue(actor),
    readClock(actor),
  ]);
  return (
    <ListPage title={nav('home')}>
      <div className="mb-4 grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {counters.map(({ name, href, count }) => (
          <StatCard
            key={name}
            label={words(name)}
            value={format.count(count, count >= COUNT_CAP)}
            href={href}
            {...(count > 0 && LOUD.has(name) ? { tone: 'danger' as const } : {})}
          />
        ))}
      </div>
      <Section title={t('list.first')} flush>
        <DataTable
          caption={t('list.first')}
          columns={[
            { key: 'title', header: t('field.title'), kind: 'link', wrap: true },
            { key: 'kind', header: t('field.kind') },
            { key: 'due', header: t('field.due'), kind: 'badge' },
          ]}
          rows={queue.rows.slice(0, 8).map((item) => {
            const due = item.dueAt ? format.due(item.dueAt, now) : undefined;
            return {
              id: item.id,
              href: reviewPage(item.noun, item.subjectId),
              cells: {
                title: item.title,
                kind: t(`kind.${item.noun}`),
                due: due
                  ? {
                      text: due.text,
                      tone: due.overdue ? ('danger' as const) : ('neutral' as const),
                    }
                  : null,
              },
            };
          })}
          empty={<EmptyState title={t('list.emptyTitle')}>{t('list.emptyText')}</EmptyState>}
        />
      </Section>
    </ListPage>
  );
}
