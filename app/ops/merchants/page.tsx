import { ListPage } from '@/components/shell/list-page';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { requireOperator } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { COUNT_CAP } from '@/lib/list/keyset';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import { countMerchants, listMerchants, merchantFilter } from '@/lib/records/merchant/queries';

const PATH = '/ops/merchants';

export default async function MerchantsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireOperator('merchant.read');
  const values = await listParams(searchParams);
  const filter = merchantFilter.parse(values);
  const [t, format, page, count] = await Promise.all([
    getT('merchant'),
    getFormat(),
    listMerchants(actor, filter),
    countMerchants(actor, filter),
  ]);
  return (
    <ListPage
      title={t('ops.title')}
      count={format.count(count, count >= COUNT_CAP)}
      actions={<ExportLinks href={exportHref('ops-merchants', values)} />}
      filters={
        <FilterBar
          action={PATH}
          values={values}
          fields={[
            { kind: 'search', name: 'q', placeholder: t('ops.search') },
            {
              kind: 'select',
              name: 'certified',
              label: t('ops.certification'),
              options: [
                { value: 'yes', label: t('ops.certified') },
                { value: 'no', label: t('ops.uncertified') },
              ],
            },
          ]}
        />
      }
      pager={<Pager {...pageLinks(PATH, values, page.next)} />}
    >
      <DataTable
        caption={t('ops.title')}
        columns={[
          { key: 'name', header: t('field.companyName'), kind: 'link', wrap: true },
          { key: 'certified', header: t('ops.certification'), kind: 'badge' },
          { key: 'owner', header: t('ops.owner') },
          { key: 'joinedAt', header: t('ops.joinedAt'), kind: 'date' },
        ]}
        rows={page.rows.map((row) => ({
          id: row.id,
          href: `${PATH}/${row.id}`,
          cells: {
            name: {
              text: row.name,
              sub: row.kind === 'enterprise' ? row.creditCode : t('ops.individual'),
            },
            certified: row.certifiedAt
              ? { text: t('ops.certified'), tone: 'success' as const }
              : { text: t('ops.uncertified'), tone: 'warning' as const },
            owner: row.ownerName,
            joinedAt: format.dateTime(row.createdAt),
          },
        }))}
        empty={<EmptyState title={t('ops.emptyTitle')}>{t('ops.emptyText')}</EmptyState>}
      />
    </ListPage>
  );
}
