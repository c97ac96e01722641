import { ConductList } from '@/components/standing/conduct-list';
import { violationColumns, violationRows } from '@/components/violation/violation-rows';
import { VIOLATION_STATES } from '@/db/schema/violation';
import { can } from '@/lib/auth/permissions';
import { requireOperator } from '@/lib/auth/session';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { exportHref, listParams, type SearchParams } from '@/lib/list/search-params';
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
    <ConductList
      noun="violation"
      here={HERE}
      exported={exportHref('ops-violations', values)}
      values={values}
      filters={filters}
      count={count}
      next={page.next}
      start={can(actor, 'violation.record') && { label: t('list.new'), href: `${HERE}/new` }}
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
      columns={violationColumns(t, true)}
      rows={violationRows(page.rows, HERE, { t, locale, format })}
      teach={t('list.emptyOps')}
    />
  );
}
