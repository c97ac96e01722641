import { ListPage } from '@/components/shell/list-page';
import { Button, ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { stateCell } from '@/components/workflow/state-badge';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { InvoiceableOrder } from '@/lib/workflows/invoice/apply-queries';
import { rateText } from './invoice-rows';
import { InvoiceTabs } from './invoice-tabs';

/** The orders that can be invoiced, to tick; works without script (money.md 2.3). */
export function InvoiceableList({
  t,
  all,
  format,
  values,
  orders,
  total,
  links,
  exportHref,
}: {
  t: Translate;
  all: Translate;
  format: Format;
  values: Record<string, string | undefined>;
  orders: InvoiceableOrder[];
  total: string;
  links: { previous: string | null; next: string | null };
  exportHref: string;
}) {
  const path = '/buyer/invoices/orders';
  const { after: _after, trail: _trail, ...filters } = values;
  const filtered = Object.values(filters).some(Boolean);
  const merchants = [...new Map(orders.map((o) => [o.merchantId, o.merchantName])).entries()];
  return (
    <ListPage
      title={t('orders.title')}
      count={total}
      breadcrumb={[{ label: t('title'), href: '/buyer/invoices' }]}
      description={t('orders.about')}
      actions={<ExportLinks href={exportHref} />}
      tabs={<InvoiceTabs t={t} current="orders" />}
      filters={
        <FilterBar
          action={path}
          values={values}
          fields={[
            { kind: 'search', name: 'q', placeholder: t('orders.search') },
            {
              kind: 'select',
              name: 'merchant',
              label: t('field.merchant'),
              options: merchants.map(([value, label]) => ({ value, label })),
            },
            { kind: 'dates', from: 'from', to: 'to', label: t('field.paidAt') },
          ]}
        />
      }
      pager={<Pager {...links} total={total} />}
    >
      <DataTable
        caption={t('orders.title')}
        columns={[
          { key: 'choose', header: t('orders.choose'), width: '4rem' },
          { key: 'order', header: t('field.order'), kind: 'link' },
          { key: 'product', header: t('field.product'), wrap: true },
          { key: 'merchant', header: t('field.merchant'), wrap: true },
          { key: 'taxRate', header: t('field.taxRate') },
          { key: 'invoiceable', header: t('field.invoiceable'), kind: 'money' },
          { key: 'state', header: all('order.field.state'), kind: 'badge' },
          { key: 'paidAt', header: t('field.paidAt'), kind: 'date' },
        ]}
        rows={orders.map((order) => ({
          id: order.id,
          href: `/buyer/orders/${order.id}`,
          cells: {
            choose: {
              node: (
                <input
                  type="checkbox"
                  form="choose"
                  name="ids"
                  value={order.id}
                  aria-label={`${t('orders.choose')} ${order.number}`}
                  className="choice__box"
                />
              ),
            },
            order: order.number,
            product: order.productName,
            merchant: order.merchantName,
            taxRate: order.taxRates.map(rateText).join(' / '),
            invoiceable: {
              text: format.money(order.invoiceable),
              ...(order.invoiceable === order.amount
                ? {}
                : { sub: `${t('field.orderAmount')} ${format.money(order.amount)}` }),
            },
            state: stateCell(all, 'order', order.state),
            paidAt: order.paidAt ? format.dateTime(order.paidAt) : null,
          },
        }))}
        empty={
          <EmptyState
            title={t(filtered ? 'orders.noneFound' : 'orders.none')}
            actions={
              filtered ? undefined : (
                <ButtonLink href="/buyer/orders">{all('order.list.buyerTitle')}</ButtonLink>
              )
            }
          >
            {t(filtered ? 'list.tryOther' : 'orders.noneText')}
          </EmptyState>
        }
      />
      {orders.length > 0 && (
        <form
          id="choose"
          action="/buyer/invoices/apply"
          method="get"
          className="sticky bottom-0 flex flex-wrap items-center justify-end gap-3 bg-(--background) py-3"
        >
          <span className="text-[13px] text-muted">{t('orders.goHelp')}</span>
          <Button type="submit" look="primary">
            {t('orders.go')}
          </Button>
        </form>
      )}
    </ListPage>
  );
}
