import { ListPage } from '@/components/shell/list-page';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { stateCell } from '@/components/workflow/state-badge';
import { IDENTITY_KINDS, IDENTITY_STATES } from '@/db/schema/identity';
import { requireOperator } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import { readClock } from '@/lib/records/clock/queries';
import { identityFilter } from '@/lib/workflows/identity/filter';
import { countIdentities, listIdentities } from '@/lib/workflows/identity/queries';

export async function generateMetadata() {
  return { title: (await getT('identity'))('ops.title') };
}

export default async function IdentitiesPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireOperator('identity.read');
  const values = await listParams(searchParams);
  const filter = identityFilter.parse(values);
  const [page, count, t, all, format, { now }] = await Promise.all([
    listIdentities(actor, filter),
    countIdentities(actor, filter),
    getT('identity'),
    getT(),
    getFormat(),
    readClock(actor),
  ]);
  const choices = (list: readonly string[], group: string) =>
    list.map((value) => ({ value, label: t(`${group}.${value}`) }));
  return (
    <ListPage
      title={t('ops.title')}
      count={format.count(count, count >= 1000)}
      description={t('ops.description')}
      actions={<ExportLinks href={exportHref('ops-identities', values)} />}
      filters={
        <FilterBar
          action="/ops/identities"
          values={values}
          fields={[
            { kind: 'search', name: 'q', placeholder: t('ops.search') },
            {
              kind: 'select',
              name: 'state',
              label: t('field.state'),
              options: choices(IDENTITY_STATES, 'state'),
            },
            {
              kind: 'select',
              name: 'kind',
              label: t('field.kind'),
              options: choices(IDENTITY_KINDS, 'kind'),
            },
          ]}
        />
      }
      pager={<Pager {...pageLinks('/ops/identities', values, page.next)} />}
    >
      <DataTable
        caption={t('ops.title')}
        columns={[
          { key: 'name', header: t('field.name'), kind: 'link', wrap: true },
          { key: 'kind', header: t('field.kind') },
          { key: 'email', header: t('field.account') },
          { key: 'state', header: t('field.state'), kind: 'badge' },
          { key: 'submittedAt', header: t('field.submittedAt'), kind: 'date' },
          { key: 'due', header: t('field.due') },
        ]}
        rows={page.rows.map((row) => {
          const due = row.dueAt ? format.due(row.dueAt, now) : undefined;
          return {
            id: row.id,
            href: `/ops/identities/${row.id}`,
            ...(due?.overdue ? { tone: 'danger' as const } : {}),
            cells: {
              name: { text: row.name, sub: row.creditCode ?? row.idNumberMasked ?? '' },
              kind: t(`kind.${row.kind}`),
              email: row.email,
              state: stateCell(all, 'identity', row.state),
              submittedAt: format.dateTime(row.submittedAt),
              due: due ? { text: due.text, tone: due.overdue ? 'danger' : 'neutral' } : null,
            },
          };
        })}
        empty={<EmptyState title={t('ops.emptyTitle')}>{t('ops.emptyText')}</EmptyState>}
      />
    </ListPage>
  );
}
