import type { ReactNode } from 'react';
import { ListPage } from '@/components/shell/list-page';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { stateCell } from '@/components/workflow/state-badge';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import { topUp as machine, type TopUpRow } from '@/lib/workflows/top-up/machine';

/** Top-ups of one buyer, or of everybody for staff. */
export function TopUpList({
  portal,
  path,
  t,
  all,
  format,
  values,
  topUps,
  total,
  links,
  exportHref,
  actions,
}: {
  portal: 'buyer' | 'ops';
  path: string;
  t: Translate;
  all: Translate;
  format: Format;
  values: Record<string, string | undefined>;
  topUps: TopUpRow[];
  /** How many match, already formatted. */
  total: string;
  links: { previous: string | null; next: string | null };
  exportHref: string;
  actions?: ReactNode;
}) {
  const { after: _after, trail: _trail, ...filters } = values;
  const filtered = Object.values(filters).some(Boolean);
  return (
    <ListPage
      title={t(portal === 'ops' ? 'list.opsTitle' : 'list.title')}
      count={total}
      {...(portal === 'buyer'
        ? { breadcrumb: [{ label: all('balance.title'), href: '/buyer/balance' }] }
        : {})}
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
          fields={[
            ...(portal === 'ops'
              ? [{ kind: 'search' as const, name: 'q', placeholder: t('list.search') }]
              : []),
            {
              kind: 'select',
              name: 'state',
              label: t('field.state'),
              options: machine.states.map((value) => ({ value, label: t(`state.${value}`) })),
            },
            {
              kind: 'select',
              name: 'method',
              label: t('field.method'),
              options: ['transfer', 'provider'].map((value) => ({
                value,
                label: t(`method.${value}`),
              })),
            },
            { kind: 'dates', from: 'from', to: 'to', label: t('list.time') },
          ]}
        />
      }
      pager={<Pager {...links} total={total} />}
    >
      <DataTable
        caption={t('list.title')}
        columns={[
          { key: 'createdAt', header: t('field.createdAt'), kind: 'link' },
          ...(portal === 'ops' ? [{ key: 'buyer', header: t('field.buyer') }] : []),
          { key: 'method', header: t('field.method') },
          { key: 'amount', header: t('field.amount'), kind: 'money' },
          { key: 'state', header: t('field.state'), kind: 'badge' },
          { key: 'settledAt', header: t('field.settledAt'), kind: 'date' },
        ]}
        rows={topUps.map((row) => ({
          id: row.id,
          href: `${path}/${row.id}`,
          cells: {
            createdAt: format.dateTime(row.createdAt),
            buyer: { text: row.buyerName, ...(row.payerName ? { sub: row.payerName } : {}) },
            method: t(`method.${row.method}`),
            amount: format.money(row.amount),
            state: stateCell(all, 'topUp', row.state),
            settledAt: row.settledAt ? format.dateTime(row.settledAt) : null,
          },
        }))}
        empty={
          filtered ? (
            <EmptyState title={t('list.noneTitle')}>{t('list.none')}</EmptyState>
          ) : (
            <EmptyState title={t('list.emptyTitle')}>
              {t(portal === 'buyer' ? 'list.emptyBuyer' : 'list.emptyOps')}
            </EmptyState>
          )
        }
      />
    </ListPage>
  );
}
