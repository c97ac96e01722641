import type { ComponentProps, ReactNode } from 'react';
import { ListPage } from '@/components/shell/list-page';
import { ButtonLink } from '@/components/ui/button';
import { DataTable, type DataTableProps } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar, type FilterValues } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';

/** What a list of payments or of fee invoices is shown with, for staff or for one merchant. */
export interface PaymentListProps<Row> {
  portal: 'ops' | 'merchant';
  path: string;
  title: string;
  rows: Row[];
  count: string;
  values: FilterValues;
  links: ComponentProps<typeof Pager>;
  exportHref: string;
  actions?: ReactNode;
  tabs?: ReactNode;
  /** The words of the noun. */
  t: Translate;
  format: Format;
}

/** The frame of what finance records by hand: search by number or merchant, a range of days, export. */
export function PaymentList<Row>({
  list,
  day,
  columns,
  rows,
}: {
  list: PaymentListProps<Row>;
  /** The day that the range is about. */
  day: 'paidOn' | 'issuedOn';
} & Pick<DataTableProps, 'columns' | 'rows'>) {
  const { portal, path, values, t } = list;
  const staff = portal === 'ops';
  const filtered = Boolean(values.q || values.from || values.to || values.merchantId);
  return (
    <ListPage
      title={list.title}
      count={list.count}
      tabs={list.tabs}
      actions={
        <>
          <ExportLinks href={list.exportHref} />
          {list.actions}
        </>
      }
      filters={
        <FilterBar
          action={path}
          values={values}
          keep={['merchantId']}
          fields={[
            { kind: 'search', name: 'q', placeholder: t(staff ? 'list.search' : 'list.searchOwn') },
            { kind: 'dates', from: 'from', to: 'to', label: t(`field.${day}`) },
          ]}
        />
      }
      pager={<Pager {...list.links} />}
    >
      <DataTable
        caption={t('list.title')}
        columns={columns}
        rows={rows}
        empty={
          filtered ? (
            <EmptyState
              title={t('list.noneTitle')}
              actions={<ButtonLink href={path}>{t('list.all')}</ButtonLink>}
            >
              {t('list.noneText')}
            </EmptyState>
          ) : (
            <EmptyState title={t('list.emptyTitle')}>
              {t(staff ? 'list.emptyOps' : 'list.emptyOwn')}
            </EmptyState>
          )
        }
      />
    </ListPage>
  );
}
