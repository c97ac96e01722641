import { ConductList } from '@/components/standing/conduct-list';
import { toneOf } from '@/components/workflow/tones';
import { STANDING_STATES } from '@/db/schema/standing';
import { can } from '@/lib/auth/permissions';
import { requireOperator } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { exportHref, listParams, type SearchParams } from '@/lib/list/search-params';
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
    <ConductList
      noun="standing"
      here={HERE}
      exported={exportHref('ops-standing', values)}
      values={values}
      filters={filters}
      count={count}
      next={page.next}
      start={
        can(actor, 'violation.record') && { label: t('list.record'), href: '/ops/violations/new' }
      }
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
      teach={t('list.emptyText')}
    />
  );
}
