import { ListPage } from '@/components/shell/list-page';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { Pager } from '@/components/ui/pager';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { OrderListItem } from '@/lib/workflows/order/queries';
import type { OrderSteps } from '@/lib/workflows/supervision/queries';
import { ChooseForm } from './choose-form';
import { OrderFilterBar } from './order-filter-bar';
import { type OrderPortal, orderColumns, orderRows } from './order-rows';

/** An order list of one portal. */
export function OrderList({
  portal,
  t,
  all,
  format,
  values,
  orders,
  delivery,
  total,
  links,
  exportHref,
  most,
}: {
  portal: OrderPortal;
  t: Translate;
  all: Translate;
  format: Format;
  values: Record<string, string | undefined>;
  orders: OrderListItem[];
  delivery: OrderSteps;
  /** How many match, already formatted. */
  total: string;
  links: { previous: string | null; next: string | null };
  exportHref: string;
  /** Orders that a buyer may cancel at once. */
  most?: number;
}) {
  const { after: _after, trail: _trail, ...filters } = values;
  const filtered = Object.values(filters).some(Boolean);
  const rows = orderRows(orders, { t, all, format, portal, delivery });
  const chooses = portal === 'buyer' && orders.some((order) => order.state === 'pendingPayment');
  if (portal === 'buyer') {
    rows.forEach((row, i) => {
      const order = orders[i];
      if (order?.state !== 'pendingPayment') {
        row.cells.choose = { node: null };
        return;
      }
      row.cells.choose = {
        node: (
          <input
            type="checkbox"
            form="choose"
            name="ids"
            value={order.id}
            aria-label={`${t('list.choose')} ${order.number}`}
            className="choice__box"
          />
        ),
      };
    });
  }
  const columns = orderColumns(t, portal).filter(({ key }) => key !== 'choose' || chooses);
  return (
    <ListPage
      title={t(`list.${portal}Title`)}
      count={total}
      actions={<ExportLinks href={exportHref} />}
      filters={<OrderFilterBar portal={portal} t={t} values={values} />}
      pager={<Pager {...links} total={total} />}
    >
      <DataTable
        caption={t(`list.${portal}Title`)}
        columns={columns}
        rows={rows}
        empty={
          filtered ? (
            <EmptyState title={t('list.noneTitle')}>{t('list.none')}</EmptyState>
          ) : (
            <EmptyState
              title={t('list.emptyTitle')}
              actions={
                portal === 'buyer' && (
                  <ButtonLink href="/" look="primary">
                    {t('list.toMarket')}
                  </ButtonLink>
                )
              }
            >
              {t(`list.empty${portal[0]?.toUpperCase()}${portal.slice(1)}`)}
            </EmptyState>
          )
        }
      />
      {chooses && <ChooseForm t={t} most={most ?? 0} />}
    </ListPage>
  );
}
