import type { ReactNode } from 'react';
import { ListPage } from '@/components/shell/list-page';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { Tabs } from '@/components/ui/tabs';
import { INVOICE_KINDS, INVOICE_MEDIA, INVOICE_STATES } from '@/db/schema/invoice';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { InvoiceRow } from '@/lib/workflows/invoice/machine';
import { type InvoicePortal, invoiceColumns, invoiceRow } from './invoice-rows';
import { InvoiceTabs } from './invoice-tabs';

export interface InvoiceListProps {
  portal: InvoicePortal;
  t: Translate;
  all: Translate;
  format: Format;
  values: Record<string, string | undefined>;
  invoices: InvoiceRow[];
  now: Date;
  issues: boolean;
  /** Already formatted. */
  total: string;
  toIssue: string;
  overdue: string;
  links: { previous: string | null; next: string | null };
  exportHref: string;
}

/** The invoices of one portal (money.md 2.4). */
export function InvoiceList(props: InvoiceListProps) {
  const { portal, t, all, format, values, invoices, now, issues, total, links } = props;
  const path = `/${portal}/invoices`;
  const { after: _after, trail: _trail, ...filters } = values;
  const filtered = Object.values(filters).some(Boolean);
  const options = (name: string, list: readonly string[]) =>
    list.map((value) => ({ value, label: t(`${name}.${value}`) }));
  return (
    <ListPage
      title={t('title')}
      count={total}
      description={t(`list.about.${portal}`)}
      actions={
        <>
          <ExportLinks href={props.exportHref} />
          {portal === 'buyer' && (
            <ButtonLink look="primary" href="/buyer/invoices/orders">
              {t('list.apply')}
            </ButtonLink>
          )}
        </>
      }
      tabs={portal === 'buyer' ? <InvoiceTabs t={t} current="records" /> : <Views {...props} />}
      filters={
        <FilterBar
          action={path}
          values={values}
          keep={['overdue']}
          fields={[
            { kind: 'search', name: 'q', placeholder: t(`list.search.${portal}`) },
            {
              kind: 'select',
              name: 'state',
              label: t('field.state'),
              options: options('state', INVOICE_STATES),
            },
            {
              kind: 'select',
              name: 'kind',
              label: t('field.kind'),
              options: options('kind', INVOICE_KINDS),
            },
            {
              kind: 'select',
              name: 'medium',
              label: t('field.medium'),
              options: options('medium', INVOICE_MEDIA),
            },
            { kind: 'dates', from: 'from', to: 'to', label: t('field.createdAt') },
          ]}
        />
      }
      pager={<Pager {...links} total={total} />}
    >
      <DataTable
        caption={t('title')}
        columns={invoiceColumns(t, portal)}
        rows={invoices.map((row) => invoiceRow(row, { t, all, format, portal, issues, now }))}
        empty={
          <EmptyState
            title={t(filtered ? 'list.noneFound' : 'list.none')}
            actions={filtered ? undefined : emptyAction(props)}
          >
            {t(filtered ? 'list.tryOther' : `list.teach.${portal}`)}
          </EmptyState>
        }
      />
    </ListPage>
  );
}

function emptyAction({ portal, t, all }: InvoiceListProps): ReactNode {
  if (portal === 'buyer') {
    return (
      <ButtonLink look="primary" href="/buyer/invoices/orders">
        {t('list.apply')}
      </ButtonLink>
    );
  }
  return portal === 'merchant' ? (
    <ButtonLink href="/merchant/information#invoices">{all('merchant.invoice.types')}</ButtonLink>
  ) : undefined;
}

/** What waits, and what is late, as views of the list with their figures. */
function Views({ portal, t, values, toIssue, overdue }: InvoiceListProps) {
  const path = `/${portal}/invoices`;
  const current = values.overdue ? 'overdue' : values.state === 'toIssue' ? 'toIssue' : 'all';
  return (
    <Tabs
      label={t('list.views')}
      current={current}
      items={[
        { key: 'all', label: t('list.all'), href: path },
        {
          key: 'toIssue',
          label: t('list.toIssue'),
          href: `${path}?state=toIssue`,
          count: toIssue,
        },
        {
          key: 'overdue',
          label: t('list.overdue'),
          href: `${path}?overdue=yes`,
          count: overdue,
        },
      ]}
    />
  );
}
