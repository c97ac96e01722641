import { ListPage } from '@/components/shell/list-page';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { toneOf } from '@/components/workflow/tones';
import { MERCHANT_EXIT_STATES } from '@/db/schema/merchant-exit';
import { requireOperator } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { COUNT_CAP } from '@/lib/list/keyset';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import { countExits, listExits, merchantExitFilters } from '@/lib/workflows/merchant-exit/queries';

const HERE = '/ops/exits';

export default async function ExitsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireOperator('merchantExit.read');
  const values = await listParams(searchParams);
  const filters = merchantExitFilters.parse(values);
  const [t, format, page, count] = await Promise.all([
    getT('merchantExit'),
    getFormat(),
    listExits(actor, filters, values.after),
    countExits(actor, filters),
  ]);
  return (
    <ListPage
      title={t('ops.title')}
      count={format.count(count, count >= COUNT_CAP)}
      actions={<ExportLinks href={exportHref('ops-exits', values)} />}
      filters={
        <FilterBar
          action={HERE}
          values={values}
          fields={[
            { kind: 'search', name: 'q', placeholder: t('ops.search') },
            {
              kind: 'select',
              name: 'state',
              label: t('field.state'),
              options: MERCHANT_EXIT_STATES.map((value) => ({ value, label: t(`state.${value}`) })),
            },
            { kind: 'dates', from: 'from', to: 'to', label: t('field.submittedAt') },
          ]}
        />
      }
      pager={<Pager {...pageLinks(HERE, values, page.next)} />}
    >
      <DataTable
        caption={t('ops.title')}
        columns={[
          { key: 'merchant', header: t('field.merchant'), kind: 'link', wrap: true },
          { key: 'state', header: t('field.state'), kind: 'badge' },
          { key: 'reason', header: t('field.reason'), wrap: true },
          { key: 'submittedAt', header: t('field.submittedAt'), kind: 'date' },
          { key: 'decidedAt', header: t('field.decidedAt'), kind: 'date' },
        ]}
        rows={page.rows.map((row) => ({
          id: row.id,
          href: `${HERE}/${row.id}`,
          cells: {
            merchant: row.merchantName,
            state: { text: t(`state.${row.state}`), tone: toneOf('merchantExit', row.state) },
            reason: row.reason,
            submittedAt: format.dateTime(row.submittedAt),
            decidedAt: row.decidedAt && format.dateTime(row.decidedAt),
          },
        }))}
        empty={
          Object.values(filters).some(Boolean) ? (
            <EmptyState
              title={t('ops.noneTitle')}
              actions={<ButtonLink href={HERE}>{t('ops.all')}</ButtonLink>}
            >
              {t('ops.noneText')}
            </EmptyState>
          ) : (
            <EmptyState title={t('ops.emptyTitle')}>{t('ops.emptyText')}</EmptyState>
          )
        }
      />
    </ListPage>
  );
}
