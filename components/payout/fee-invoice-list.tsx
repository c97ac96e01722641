import type { ComponentProps, ReactNode } from 'react';
import { ListPage } from '@/components/shell/list-page';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar, type FilterValues } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { fileAddress } from '@/components/ui/upload';
import type { feeInvoices } from '@/db/schema';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';

/** Platform-fee invoices given to merchants, for staff or for one merchant. */
export function FeeInvoiceList({
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
  rows: (typeof feeInvoices.$inferSelect & { file: { name: string } | undefined })[];
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
            { kind: 'dates', from: 'from', to: 'to', label: t('field.issuedOn') },
          ]}
        />
      }
      pager={<Pager {...links} />}
    >
      <DataTable
        caption={t('list.title')}
        columns={[
          { key: 'number', header: t('field.number'), kind: 'mono' },
          ...(staff ? [{ key: 'merchant', header: t('field.merchant'), wrap: true }] : []),
          { key: 'amount', header: t('field.amount'), kind: 'money' },
          { key: 'issuedOn', header: t('field.issuedOn'), kind: 'date' },
          { key: 'file', header: t('field.fileId'), wrap: true },
          { key: 'note', header: t('field.note'), wrap: true },
        ]}
        rows={rows.map((row) => ({
          id: row.id,
          cells: {
            number: row.number,
            merchant: { text: row.merchantName, href: `/ops/merchants/${row.merchantId}` },
            amount: format.money(row.amount),
            issuedOn: row.issuedOn,
            file: row.file && { text: row.file.name, href: fileAddress(row.fileId) },
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
