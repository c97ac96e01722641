import { ListPage } from '@/components/shell/list-page';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { REFUND_STATES } from '@/db/schema/refund';
import type { Portal } from '@/lib/auth/viewer';
import type { Locale } from '@/lib/i18n/locales';
import { getFormat, getT } from '@/lib/i18n/server';
import { COUNT_CAP, type Page } from '@/lib/list/keyset';
import { exportHref, pageLinks } from '@/lib/list/search-params';
import type { RefundFilters } from '@/lib/workflows/refund/filters';
import type { RefundRow } from '@/lib/workflows/refund/machine';
import { refundColumns, refundRow } from './refund-row';
import { RefundTabs } from './refund-tabs';

export interface RefundListProps {
  portal: Portal;
  /** The address's parameters, as they are and as they were understood. */
  values: Record<string, string | undefined>;
  filters: RefundFilters;
  page: Page<RefundRow> & { now: Date };
  /** How many match, how many wait for the merchant, how many are late. */
  total: number;
  waiting: number;
  overdue: number;
  locale: Locale;
}

/** The list of refunds of one portal: columns by audience, filters in the address (orders-and-refunds.md 7.4). */
export async function RefundList(props: RefundListProps) {
  const { portal, values, filters, page, total, waiting, overdue, locale } = props;
  const path = `/${portal}/refunds`;
  const [t, format] = await Promise.all([getT('refund'), getFormat()]);
  const counted = (n: number) => format.count(n, n >= COUNT_CAP);
  const { q, state, part, from, to } = filters;
  const filtered = Boolean(q || state || part || from || to || filters.overdue);
  return (
    <ListPage
      title={t('title')}
      count={counted(total)}
      description={t(`list.about.${portal}`)}
      actions={<ExportLinks href={exportHref(`${portal}-refunds`, values)} />}
      tabs={
        <RefundTabs
          portal={portal}
          current={filters.overdue ? 'overdue' : (state ?? 'all')}
          waiting={counted(waiting)}
          overdue={counted(overdue)}
        />
      }
      filters={
        <FilterBar
          action={path}
          values={values}
          fields={[
            { kind: 'search', name: 'q', placeholder: t(`list.search.${portal}`) },
            {
              kind: 'select',
              name: 'state',
              label: t('field.state'),
              options: REFUND_STATES.map((value) => ({ value, label: t(`state.${value}`) })),
            },
            {
              kind: 'select',
              name: 'part',
              label: t('field.part'),
              options: ['full', 'partial'].map((value) => ({ value, label: t(`part.${value}`) })),
            },
            {
              kind: 'select',
              name: 'overdue',
              label: t('field.overdue'),
              options: [{ value: 'yes', label: t('list.overdueYes') }],
            },
            { kind: 'dates', from: 'from', to: 'to', label: t('field.createdAt') },
          ]}
        />
      }
      pager={<Pager {...pageLinks(path, values, page.next)} total={counted(total)} />}
    >
      <DataTable
        caption={t('title')}
        columns={refundColumns(t, portal)}
        rows={page.rows.map((item) =>
          refundRow(item, { t, format, locale, portal, now: page.now }),
        )}
        empty={
          <EmptyState
            title={t(filtered ? 'list.noneFound' : 'list.none')}
            actions={
              portal === 'buyer' && !filtered ? (
                <ButtonLink href={`${path}/orders`}>{t('list.orders')}</ButtonLink>
              ) : undefined
            }
          >
            {t(filtered ? 'list.tryOther' : `list.teach.${portal}`)}
          </EmptyState>
        }
      />
    </ListPage>
  );
}
