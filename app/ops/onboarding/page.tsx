import { ListPage } from '@/components/shell/list-page';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { stateCell } from '@/components/workflow/state-badge';
import { ONBOARDING_STATES } from '@/db/schema/onboarding';
import { requireOperator } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { COUNT_CAP } from '@/lib/list/keyset';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import { readClock } from '@/lib/records/clock/queries';
import {
  countOnboardings,
  listOnboardings,
  onboardingFilter,
} from '@/lib/workflows/onboarding/queries';

const PATH = '/ops/onboarding';

export default async function OnboardingsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireOperator('onboarding.read');
  const values = await listParams(searchParams);
  const filter = onboardingFilter.parse(values);
  const [t, all, format, page, count, { now }] = await Promise.all([
    getT('onboarding'),
    getT(),
    getFormat(),
    listOnboardings(actor, filter),
    countOnboardings(actor, filter),
    readClock(actor),
  ]);
  return (
    <ListPage
      title={t('ops.title')}
      count={format.count(count, count >= COUNT_CAP)}
      actions={<ExportLinks href={exportHref('ops-onboardings', values)} />}
      filters={
        <FilterBar
          action={PATH}
          values={values}
          fields={[
            { kind: 'search', name: 'q', placeholder: t('ops.search') },
            {
              kind: 'select',
              name: 'state',
              label: t('ops.state'),
              options: ONBOARDING_STATES.map((value) => ({ value, label: t(`state.${value}`) })),
            },
          ]}
        />
      }
      pager={<Pager {...pageLinks(PATH, values, page.next)} />}
    >
      <DataTable
        caption={t('ops.title')}
        columns={[
          { key: 'company', header: all('merchant.field.companyName'), kind: 'link', wrap: true },
          { key: 'state', header: t('ops.state'), kind: 'badge' },
          { key: 'round', header: t('ops.round'), kind: 'number' },
          { key: 'submittedAt', header: t('ops.submittedAt'), kind: 'date' },
          { key: 'due', header: t('ops.due'), kind: 'badge' },
        ]}
        rows={page.rows.map((row) => {
          const due =
            row.state === 'pendingReview' && row.dueAt ? format.due(row.dueAt, now) : undefined;
          return {
            id: row.id,
            href: `${PATH}/${row.id}`,
            ...(due?.overdue ? { tone: 'danger' as const } : {}),
            cells: {
              company: {
                text: row.companyName,
                sub: row.kind === 'enterprise' ? row.creditCode : t('ops.individual'),
              },
              state: stateCell(all, 'onboarding', row.state),
              round: row.round || '–',
              submittedAt: format.dateTime(row.submittedAt),
              due: due && {
                text: due.text,
                tone: due.overdue ? ('danger' as const) : ('neutral' as const),
                title: format.dateTime(row.dueAt),
              },
            },
          };
        })}
        empty={<EmptyState title={t('ops.emptyTitle')}>{t('ops.emptyText')}</EmptyState>}
      />
    </ListPage>
  );
}
