import type { Metadata } from 'next';
import { RefundTabs } from '@/components/refund/refund-tabs';
import { ListPage } from '@/components/shell/list-page';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { stateCell } from '@/components/workflow/state-badge';
import { requireBuyer } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { COUNT_CAP } from '@/lib/list/keyset';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import { refundableFilters } from '@/lib/workflows/refund/filters';
import { countRefundable, listRefundable } from '@/lib/workflows/refund/refundable-queries';

const PATH = '/buyer/refunds/orders';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('refund'))('refundable.title') };
}

/** Buyer centre > Refunds > orders that a refund can be asked for (buyer-centre.md 8). */
export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireBuyer();
  const values = await listParams(searchParams);
  const filters = refundableFilters.parse(values);
  const [t, all, format, page, count] = await Promise.all([
    getT('refund'),
    getT(),
    getFormat(),
    listRefundable(actor, filters),
    countRefundable(actor, filters),
  ]);
  const total = format.count(count, count >= COUNT_CAP);
  return (
    <ListPage
      title={t('refundable.title')}
      count={total}
      description={t('refundable.about')}
      actions={<ExportLinks href={exportHref('buyer-refundable', values)} />}
      tabs={<RefundTabs portal="buyer" current="orders" />}
      filters={
        <FilterBar
          action={PATH}
          values={values}
          fields={[{ kind: 'search', name: 'q', placeholder: t('list.search.buyer') }]}
        />
      }
      pager={<Pager {...pageLinks(PATH, values, page.next)} total={total} />}
    >
      <DataTable
        caption={t('refundable.title')}
        columns={[
          { key: 'order', header: t('field.order'), kind: 'link' },
          { key: 'product', header: t('field.product'), wrap: true },
          { key: 'merchant', header: t('field.merchant') },
          { key: 'amount', header: t('field.orderAmount'), kind: 'money' },
          { key: 'node', header: t('field.node'), kind: 'badge' },
          { key: 'paidAt', header: t('field.paidAt'), kind: 'date' },
          { key: 'actions', header: '', kind: 'actions' },
        ]}
        rows={page.rows.map((row) => ({
          id: row.id,
          href: `/buyer/orders/${row.orderId}`,
          cells: {
            order: row.orderNumber,
            product: { text: row.productName, sub: row.specName },
            merchant: row.merchantName,
            amount: format.money(row.amount),
            node: stateCell(all, 'supervision', row.state),
            paidAt: format.dateTime(row.paidAt),
            // Frozen while an appeal is decided: the form would say no more than that.
            actions: {
              actions:
                row.state === 'appeal'
                  ? []
                  : [
                      {
                        label: t('refundable.request'),
                        href: `/buyer/orders/${row.orderId}/refund`,
                      },
                    ],
            },
          },
        }))}
        empty={
          <EmptyState title={t(filters.q ? 'refundable.noneFound' : 'refundable.none')}>
            {t(filters.q ? 'list.tryOther' : 'refundable.teach')}
          </EmptyState>
        }
      />
    </ListPage>
  );
}
