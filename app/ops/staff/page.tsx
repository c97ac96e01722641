import { ListPage } from '@/components/shell/list-page';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { OPERATOR_ROLES } from '@/lib/auth/actor';
import { requireOperator } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import { operatorFilter } from '@/lib/records/operator/filter';
import { listOperators } from '@/lib/records/operator/queries';

export async function generateMetadata() {
  return { title: (await getT('operator'))('title') };
}

export default async function StaffPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireOperator('operator.read');
  const values = await listParams(searchParams);
  const [page, t, format] = await Promise.all([
    listOperators(actor, operatorFilter.parse(values)),
    getT('operator'),
    getFormat(),
  ]);
  const choices = (list: readonly string[], group: string) =>
    list.map((value) => ({ value, label: t(`${group}.${value}`) }));
  return (
    <ListPage
      title={t('title')}
      description={t('list.description')}
      actions={
        <>
          <ExportLinks href={exportHref('ops-staff', values)} />
          <ButtonLink href="/ops/staff/new" look="primary">
            {t('list.add')}
          </ButtonLink>
        </>
      }
      filters={
        <FilterBar
          action="/ops/staff"
          values={values}
          fields={[
            { kind: 'search', name: 'q', placeholder: t('list.search') },
            {
              kind: 'select',
              name: 'role',
              label: t('field.roles'),
              options: choices(OPERATOR_ROLES, 'role'),
            },
            {
              kind: 'select',
              name: 'state',
              label: t('field.state'),
              options: choices(['active', 'disabled'], 'state'),
            },
          ]}
        />
      }
      pager={<Pager {...pageLinks('/ops/staff', values, page.next)} />}
    >
      <DataTable
        caption={t('title')}
        columns={[
          { key: 'name', header: t('field.name'), kind: 'link' },
          { key: 'roles', header: t('field.roles'), wrap: true },
          { key: 'state', header: t('field.state'), kind: 'badge' },
          { key: 'secondFactor', header: t('field.secondFactor'), kind: 'badge' },
          { key: 'lastSeenAt', header: t('field.lastSeenAt'), kind: 'date' },
          { key: 'addedAt', header: t('field.addedAt'), kind: 'date' },
        ]}
        rows={page.rows.map((operator) => ({
          id: operator.id,
          href: `/ops/staff/${operator.id}`,
          cells: {
            name: { text: operator.name, sub: operator.email },
            roles: operator.roles.map((role) => t(`role.${role}`)).join(' · '),
            state: operator.disabledAt
              ? { text: t('state.disabled'), tone: 'warning' as const }
              : { text: t('state.active'), tone: 'success' as const },
            secondFactor: operator.secondFactor
              ? { text: t('factor.on'), tone: 'success' as const }
              : { text: t('factor.off'), tone: 'neutral' as const },
            lastSeenAt: format.dateTime(operator.lastSeenAt),
            addedAt: format.dateTime(operator.createdAt),
          },
        }))}
        empty={<EmptyState title={t('list.emptyTitle')}>{t('list.emptyText')}</EmptyState>}
      />
    </ListPage>
  );
}
