import type { ReactNode } from 'react';
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
import { voucherPiece as machine } from '@/lib/workflows/voucher-piece/machine';
import type { PieceListItem } from '@/lib/workflows/voucher-piece/queries';
import { lastMoment } from './voucher-words';

/** Every piece of a batch with its holder and its order: the usage page of merchants and staff. */
export function PieceList({
  portal,
  batch,
  t,
  all,
  format,
  values,
  pieces,
  total,
  links,
  exportHref,
}: {
  portal: 'merchant' | 'ops';
  batch: { id: string; name: string };
  t: Translate;
  all: Translate;
  format: Format;
  values: Record<string, string | undefined>;
  pieces: PieceListItem[];
  total: string;
  links: { previous: string | null; next: string | null };
  exportHref: string;
}) {
  const home = `/${portal}/vouchers`;
  const path = `${home}/${batch.id}/pieces`;
  const { after: _after, trail: _trail, voucher: _voucher, ...filters } = values;
  return (
    <ListPage
      title={all('voucher.page.usageTitle')}
      count={total}
      description={all('voucher.page.usageOf', { name: batch.name })}
      breadcrumb={[
        { label: all(`voucher.list.${portal}Title`), href: home },
        { label: batch.name, href: `${home}/${batch.id}` },
      ]}
      actions={<ExportLinks href={exportHref} />}
      filters={
        <FilterBar
          action={path}
          values={values}
          fields={[
            { kind: 'search', name: 'q', placeholder: t('list.usageSearch') },
            {
              kind: 'select',
              name: 'state',
              label: t('field.state'),
              options: machine.states.map((value) => ({ value, label: t(`state.${value}`) })),
            },
            {
              kind: 'select',
              name: 'source',
              label: t('field.source'),
              options: ['claim', 'named', 'code'].map((value) => ({
                value,
                label: t(`source.${value}`),
              })),
            },
          ]}
        />
      }
      pager={<Pager {...links} total={total} />}
    >
      <DataTable
        caption={all('voucher.page.usageTitle')}
        columns={[
          { key: 'customer', header: t('field.customer') },
          { key: 'source', header: t('field.source') },
          { key: 'createdAt', header: t('field.createdAt'), kind: 'date' },
          { key: 'state', header: t('field.state'), kind: 'badge' },
          { key: 'usedAt', header: t('field.usedAt'), kind: 'date' },
          { key: 'order', header: t('field.order'), kind: 'link' },
          { key: 'orderAmount', header: t('field.orderAmount'), kind: 'money' },
        ]}
        rows={pieces.map(({ piece, order }) => ({
          id: piece.id,
          ...(order ? { href: `/${portal}/orders/${order.id}` } : {}),
          cells: {
            customer: piece.accountName,
            source: t(`source.${piece.source}`),
            createdAt: format.dateTime(piece.createdAt),
            state: {
              ...stateCell(all, 'voucherPiece', piece.state),
              ...(piece.returnedAt
                ? { sub: `${t('field.returnedAt')} ${format.date(piece.returnedAt)}` }
                : {}),
            },
            usedAt: piece.usedAt ? format.dateTime(piece.usedAt) : null,
            order: order?.number ?? null,
            orderAmount: order ? format.money(order.amount) : null,
          },
        }))}
        empty={
          Object.values(filters).some(Boolean) ? (
            <EmptyState
              title={t('list.noneTitle')}
              actions={<ButtonLink href={path}>{t('list.all')}</ButtonLink>}
            >
              {t('list.noneText')}
            </EmptyState>
          ) : (
            <EmptyState title={t('list.usageEmpty')}>{t('list.usageEmptyText')}</EmptyState>
          )
        }
      />
    </ListPage>
  );
}

/** A customer's own vouchers, with the box for activation codes above them. */
export function OwnPieceList({
  t,
  all,
  format,
  values,
  pieces,
  total,
  links,
  exportHref,
  children,
}: {
  t: Translate;
  all: Translate;
  format: Format;
  values: Record<string, string | undefined>;
  pieces: PieceListItem[];
  total: string;
  links: { previous: string | null; next: string | null };
  exportHref: string;
  children: ReactNode;
}) {
  const path = '/buyer/vouchers';
  const { after: _after, trail: _trail, ...filters } = values;
  return (
    <ListPage
      title={t('list.title')}
      count={total}
      description={t('list.description')}
      actions={<ExportLinks href={exportHref} />}
      filters={
        <>
          {children}
          <FilterBar
            action={path}
            values={values}
            fields={[
              { kind: 'search', name: 'q', placeholder: t('list.search') },
              {
                kind: 'select',
                name: 'show',
                label: t('field.show'),
                options: ['usable', 'locked', 'used', 'ended'].map((value) => ({
                  value,
                  label: t(`show.${value}`),
                })),
              },
            ]}
          />
        </>
      }
      pager={<Pager {...links} total={total} />}
    >
      <DataTable
        caption={t('list.title')}
        columns={[
          { key: 'name', header: t('field.name'), kind: 'link', wrap: true },
          { key: 'product', header: t('field.product'), wrap: true },
          { key: 'amount', header: t('field.amount'), kind: 'money' },
          { key: 'threshold', header: t('field.threshold'), kind: 'money' },
          { key: 'endsAt', header: t('field.endsAt'), kind: 'date' },
          { key: 'state', header: t('field.state'), kind: 'badge' },
        ]}
        rows={pieces.map(({ piece, batch, order }) => ({
          id: piece.id,
          href: `${path}/${piece.id}`,
          cells: {
            name: { text: piece.name, sub: t(`source.${piece.source}`) },
            product: { text: batch.productName, sub: batch.merchantName },
            amount: format.money(piece.amount),
            threshold: format.money(batch.threshold),
            endsAt: format.date(lastMoment(piece.endsAt)),
            state: {
              ...stateCell(all, 'voucherPiece', piece.state),
              ...(order ? { sub: order.number } : {}),
            },
          },
        }))}
        empty={
          Object.values(filters).some(Boolean) ? (
            <EmptyState
              title={t('list.noneTitle')}
              actions={<ButtonLink href={path}>{t('list.all')}</ButtonLink>}
            >
              {t('list.noneText')}
            </EmptyState>
          ) : (
            <EmptyState
              title={t('list.emptyTitle')}
              actions={<ButtonLink href="/products">{t('list.toMarket')}</ButtonLink>}
            >
              {t('list.emptyText')}
            </EmptyState>
          )
        }
      />
    </ListPage>
  );
}
