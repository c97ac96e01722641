import type { ComponentProps, ReactNode } from 'react';
import { ListPage } from '@/components/shell/list-page';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar, type FilterValues } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import type { payouts } from '@/db/schema';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';

/** Payments to merchants, for staff or for one merchant. */
export function PayoutList({
  portal,
  path,
  title,
  rows,
  count,
  values,
  links,
  exportHref,
  actions,
  tabs,
  t,
  format,
}: {
  portal: 'ops' | 'merchant';
  path: string;
  title: string;
  rows: (typeof payouts.$inferSelect)[];
  count: string;
  values: FilterValues;
  links: ComponentProps<typeof Pager>;
  exportHref: string;
  actions?: ReactNode;
  tabs?: ReactNode;
  t: Translate;
  format: Format;
}) {
  const staff = portal === 'ops';
  const filtered = Boolean(values.q || values.from || values.to || values.merchantId);
  return (
    <ListPage
      title={title}
      count={count}
      tabs={tabs}
      actions={
        <>
          <ExportLinks href={exportHref} />
          {actions}
        </>
      }
      filters={
        <FilterBar
          action={path}
          values={values}
          keep={['merchantId']}
          fields={[
            {
              kind: 'search',
              name: 'q',
              placeholder: t(staff ? 'list.search' : 'list.searchOwn'),
            },
            { kind: 'dates', from: 'from', to: 'to', label: t('field.paidOn') },
          ]}
        />
      }
      pager={<Pager {...links} />}
    >
      <DataTable
        caption={t('list.title')}
        columns={[
          { key: 'reference', header: t('field.bankReference'), kind: staff ? 'link' : 'mono' },
          ...(staff ? [{ key: 'merchant', header: t('field.merchant'), wrap: true }] : []),
          { key: 'amount', header: t('field.amount'), kind: 'money' },
          { key: 'bank', header: t('field.bank'), wrap: true },
          { key: 'paidOn', header: t('field.paidOn'), kind: 'date' },
          { key: 'note', header: t('field.note'), wrap: true },
        ]}
        rows={rows.map((row) => ({
          id: row.id,
          ...(staff ? { href: `${path}/${row.id}` } : {}),
          cells: {
            reference: row.bankReference,
            merchant: row.merchantName,
            amount: format.money(row.amount),
            bank: `${row.bank.bankName} ${row.bank.masked}`,
            paidOn: row.paidOn,
            note: row.note,
          },
        }))}
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
