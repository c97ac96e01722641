import { ListPage } from '@/components/shell/list-page';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { stateCell } from '@/components/workflow/state-badge';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import { voucher as machine } from '@/lib/workflows/voucher/machine';
import type { VoucherListItem } from '@/lib/workflows/voucher/queries';
import { validity } from './voucher-words';

/** Batches of one merchant, or of everybody for staff. */
export function VoucherList({
  portal,
  t,
  all,
  format,
  values,
  vouchers,
  total,
  links,
  exportHref,
  mayCreate = false,
}: {
  portal: 'merchant' | 'ops';
  t: Translate;
  all: Translate;
  format: Format;
  values: Record<string, string | undefined>;
  vouchers: VoucherListItem[];
  /** How many match, already formatted. */
  total: string;
  links: { previous: string | null; next: string | null };
  exportHref: string;
  mayCreate?: boolean;
}) {
  const path = `/${portal}/vouchers`;
  const { after: _after, trail: _trail, ...filters } = values;
  const filtered = Object.values(filters).some(Boolean);
  const create = mayCreate && (
    <ButtonLink href={`${path}/new`} look="primary">
      {t('list.new')}
    </ButtonLink>
  );
  const choice = (name: string, words: string, options: readonly string[]) => ({
    kind: 'select' as const,
    name,
    label: t(`field.${name}`),
    options: options.map((value) => ({ value, label: t(`${words}.${value}`) })),
  });
  return (
    <ListPage
      title={t(`list.${portal}Title`)}
      count={total}
      description={t(portal === 'ops' ? 'list.opsDescription' : 'list.description')}
      actions={
        <>
          <ExportLinks href={exportHref} />
          {create}
        </>
      }
      filters={
        <FilterBar
          action={path}
          values={values}
          fields={[
            {
              kind: 'search',
              name: 'q',
              placeholder: t(portal === 'ops' ? 'list.opsSearch' : 'list.search'),
            },
            choice('state', 'state', machine.states),
            choice('billing', 'billing', ['oneTime', 'month', 'year']),
            choice('distribution', 'distribution', ['public', 'named']),
            ...(portal === 'ops' ? [choice('class', 'class', ['general', 'joint'])] : []),
            { kind: 'dates', from: 'from', to: 'to', label: t('list.created') },
          ]}
        />
      }
      pager={<Pager {...links} total={total} />}
    >
      <DataTable
        caption={t(`list.${portal}Title`)}
        columns={[
          { key: 'name', header: t('field.name'), kind: 'link', wrap: true },
          { key: 'product', header: t('field.product'), wrap: true },
          { key: 'amount', header: t('field.amount'), kind: 'money' },
          { key: 'threshold', header: t('field.threshold'), kind: 'money' },
          { key: 'validity', header: t('field.validity'), kind: 'date' },
          { key: 'usage', header: t('list.usage'), kind: 'number' },
          { key: 'state', header: t('field.state'), kind: 'badge' },
        ]}
        rows={vouchers.map((row) => ({
          id: row.id,
          href: `${path}/${row.id}`,
          cells: {
            name: { text: row.name, sub: t(`distribution.${row.distribution}`) },
            product:
              portal === 'ops' ? { text: row.productName, sub: row.merchantName } : row.productName,
            amount: format.money(row.amount),
            threshold: format.money(row.threshold),
            validity: validity(format, row),
            usage: {
              text: `${format.count(row.given)} / ${format.count(row.used)}`,
              sub: t('page.pieces', { count: row.quantity }),
            },
            state: stateCell(all, 'voucher', row.state),
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
            <EmptyState title={t('list.emptyTitle')} actions={create}>
              {t(portal === 'ops' ? 'list.opsEmptyText' : 'list.emptyText')}
            </EmptyState>
          )
        }
      />
    </ListPage>
  );
}
