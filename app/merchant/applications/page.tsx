import { ListPage } from '@/components/shell/list-page';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { stateCell } from '@/components/workflow/state-badge';
import { APPLICATION_KINDS } from '@/db/schema/product-application';
import { can } from '@/lib/auth/permissions';
import { requireMerchant } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { COUNT_CAP } from '@/lib/list/keyset';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import { readClock } from '@/lib/records/clock/queries';
import { countApplications, listApplications } from '@/lib/workflows/product-application/queries';

const PATH = '/merchant/applications';
const STATES = ['draft', 'pending', 'rejected', 'approved'] as const;

export default async function ApplicationsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireMerchant('productApplication.read');
  const values = await listParams(searchParams);
  const [all, t, format, page, count, { now }] = await Promise.all([
    getT(),
    getT('productApplication'),
    getFormat(),
    listApplications(actor, values),
    countApplications(actor, values),
    readClock(actor),
  ]);
  return (
    <ListPage
      title={t('list.title')}
      count={format.count(count, count >= COUNT_CAP)}
      actions={
        <>
          <ExportLinks href={exportHref('product-applications', values)} />
          {can(actor, 'product.publish') && (
            <ButtonLink look="primary" href="/merchant/products/publish">
              {t('list.publish')}
            </ButtonLink>
          )}
        </>
      }
      filters={
        <FilterBar
          action={PATH}
          values={values}
          fields={[
            { kind: 'search', name: 'q', placeholder: t('list.search') },
            {
              kind: 'select',
              name: 'state',
              label: t('list.state'),
              options: STATES.map((value) => ({ value, label: t(`state.${value}`) })),
            },
            {
              kind: 'select',
              name: 'kind',
              label: t('list.kind'),
              options: APPLICATION_KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
            },
            { kind: 'dates', from: 'from', to: 'to', label: t('list.createdAt') },
          ]}
        />
      }
      pager={<Pager {...pageLinks(PATH, values, page.next)} />}
    >
      <DataTable
        caption={t('list.title')}
        columns={[
          { key: 'name', header: t('field.name'), kind: 'link', wrap: true },
          { key: 'kind', header: t('list.kind') },
          { key: 'state', header: t('list.state'), kind: 'badge' },
          { key: 'next', header: t('list.next'), wrap: true },
          { key: 'updatedAt', header: t('list.updatedAt'), kind: 'date' },
        ]}
        rows={page.rows.map(({ row, logoFileId }) => {
          const due = row.state === 'pending' && row.dueAt ? format.due(row.dueAt, now) : undefined;
          return {
            id: row.id,
            href: row.state === 'draft' ? `${PATH}/${row.id}/edit` : `${PATH}/${row.id}`,
            cells: {
              name: {
                text: row.name || t(`untitled.${row.kind}`),
                sub: row.id,
                image: logoFileId ? `/api/files/${logoFileId}?variant=thumb` : null,
              },
              kind: t(`kind.${row.kind}`),
              state: stateCell(all, 'productApplication', row.state),
              next: t.has(`next.${row.state}`)
                ? { text: t(`next.${row.state}`), ...(due ? { sub: due.text } : {}) }
                : '',
              updatedAt: format.dateTime(row.updatedAt),
            },
          };
        })}
        empty={
          <EmptyState
            title={t('list.emptyTitle')}
            actions={
              can(actor, 'product.publish') && (
                <ButtonLink look="primary" href="/merchant/products/publish">
                  {t('list.publish')}
                </ButtonLink>
              )
            }
          >
            {t('list.emptyText')}
          </EmptyState>
        }
      />
    </ListPage>
  );
}
