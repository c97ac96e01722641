import { ListPage } from '@/components/shell/list-page';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { toneOf } from '@/components/workflow/tones';
import { STANDING_STATES } from '@/db/schema/standing';
import { can } from '@/lib/auth/permissions';
import { requireOperator } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { COUNT_CAP } from '@/lib/list/keyset';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import {
  countStandings,
  listStandings,
  POINT_STEPS,
  standingFilters,
} from '@/lib/workflows/standing/queries';

const HERE = '/ops/standing';

/** Merchants by standing and points. */
export default async function StandingsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireOperator('standing.read');
  const values = await listParams(searchParams);
  const filters = standingFilters.parse(values);
  const [t, format, page, count] = await Promise.all([
    getT('standing'),
    getFormat(),
    listStandings(actor, filters, values.after),
    countStandings(actor, filters),
  ]);
  return (
    <ListPage
      title={t('list.title')}
      count={format.count(count, count >= COUNT_CAP)}
      actions={
        <>
          <ExportLinks href={exportHref('ops-standing', values)} />
          {can(actor, 'violation.record') && (
            <ButtonLink look="primary" href="/ops/violations/new">
              {t('list.record')}
            </ButtonLink>
          )}
        </>
      }
      filters={
        <FilterBar
          action={HERE}
          values={values}
          fields={[
            { kind: 'search', name: 'q', placeholder: t('list.search') },
            {
              kind: 'select',
              name: 'state',
              label: t('field.state'),
              options: STANDING_STATES.map((value) => ({ value, label: t(`state.${value}`) })),
            },
            {
              kind: 'select',
              name: 'points',
              label: t('field.points'),
              options: POINT_STEPS.map((value) => ({
                value,
                label: t('list.atLeast', { points: value }),
              })),
            },
          ]}
        />
      }
      pager={<Pager {...pageLinks(HERE, values, page.next)} />}
    >
      <DataTable
        caption={t('list.title')}
        columns={[
          { key: 'merchant', header: t('field.merchant'), kind: 'link', wrap: true },
          { key: 'state', header: t('field.state'), kind: 'badge' },
          { key: 'until', header: t('field.untilAt'), kind: 'date' },
          { key: 'points', header: t('field.points'), kind: 'number' },
          { key: 'reason', header: t('field.reason'), wrap: true },
        ]}
        rows={page.rows.map((row) => ({
          id: row.id,
          href: `/ops/merchants/${row.id}#standing`,
          ...(row.state === 'blacklisted' ? { tone: 'danger' as const } : {}),
          ...(row.state === 'yellowListed' ? { tone: 'warning' as const } : {}),
          cells: {
            merchant: row.name,
            state: { text: t(`state.${row.state}`), tone: toneOf('standing', row.state) },
            until: row.until && format.dateTime(row.until),
            points: row.points,
            reason: row.reason,
          },
        }))}
        empty={
          Object.values(filters).some(Boolean) ? (
            <EmptyState
              title={t('list.noneTitle')}
              actions={<ButtonLink href={HERE}>{t('list.all')}</ButtonLink>}
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
