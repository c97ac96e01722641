import { ListPage } from '@/components/shell/list-page';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { violationColumns, violationRows } from '@/components/violation/violation-rows';
import { VIOLATION_STATES } from '@/db/schema/violation';
import { can } from '@/lib/auth/permissions';
import { requireOperator } from '@/lib/auth/session';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { COUNT_CAP } from '@/lib/list/keyset';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import {
  countViolations,
  listViolations,
  violationFilters,
} from '@/lib/workflows/violation/queries';

const HERE = '/ops/violations';

export default async function ViolationsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireOperator('violation.read');
  const values = await listParams(searchParams);
  const filters = violationFilters.parse(values);
  const [t, locale, format, page, count] = await Promise.all([
    getT('violation'),
    currentLocale(),
    getFormat(),
    listViolations(actor, filters, values.after),
    countViolations(actor, filters),
  ]);
  return (
    <ListPage
      title={t('list.title')}
      count={format.count(count, count >= COUNT_CAP)}
      actions={
        <>
          <ExportLinks href={exportHref('ops-violations', values)} />
          {can(actor, 'violation.record') && (
            <ButtonLink look="primary" href={`${HERE}/new`}>
              {t('list.new')}
            </ButtonLink>
          )}
        </>
      }
      filters={
        <FilterBar
          action={HERE}
          values={values}
          keep={['merchantId']}
          fields={[
            { kind: 'search', name: 'q', placeholder: t('list.search') },
            {
              kind: 'select',
              name: 'state',
              label: t('field.state'),
              options: VIOLATION_STATES.map((value) => ({ value, label: t(`state.${value}`) })),
            },
            { kind: 'dates', from: 'from', to: 'to', label: t('list.time') },
          ]}
        />
      }
      pager={<Pager {...pageLinks(HERE, values, page.next)} />}
    >
      <DataTable
        caption={t('list.title')}
        columns={violationColumns(t, true)}
        rows={violationRows(page.rows, HERE, { t, locale, format })}
        empty={
          Object.values(filters).some(Boolean) ? (
            <EmptyState
              title={t('list.noneTitle')}
              actions={<ButtonLink href={HERE}>{t('list.all')}</ButtonLink>}
            >
              {t('list.noneText')}
            </EmptyState>
          ) : (
            <EmptyState title={t('list.emptyTitle')}>{t('list.emptyOps')}</EmptyState>
          )
        }
      />
    </ListPage>
  );
}
