import { refundsOfOrder } from '@/app/refund/of-order';
import type { OrderAmounts } from '@/components/order/order-money';
import type { OrderPortal } from '@/components/order/order-rows';
import { listStream } from '@/lib/audit/queries';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { type NextStep, whoIsNext } from '@/lib/engine/who-is-next';
import { getFormat, getT } from '@/lib/i18n/server';
import { COUNT_CAP } from '@/lib/list/keyset';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import { listEntriesOf } from '@/lib/money/queries';
import { mayInvoice } from '@/lib/workflows/invoice/apply-queries';
import { listInvoicesOfOrder } from '@/lib/workflows/invoice/queries';
import { paidOf } from '@/lib/workflows/order/amounts';
import { containedTax } from '@/lib/workflows/order/fee';
import { order as machine } from '@/lib/workflows/order/machine';
import {
  countOrders,
  getOrder,
  listOrders,
  type OrderDetail,
  orderFilters,
} from '@/lib/workflows/order/queries';
import { settleLine } from '@/lib/workflows/order/settle';
import { getSupervisionOfOrder, listStepsOfOrders } from '@/lib/workflows/supervision/queries';

/** What an order list shows, whichever the portal. */
export async function orderListView(actor: Actor, portal: OrderPortal, searchParams: SearchParams) {
  const values = await listParams(searchParams);
  const filters = orderFilters.parse(values);
  const [t, all, format, page, count] = await Promise.all([
    getT('order'),
    getT(),
    getFormat(),
    listOrders(actor, filters, values.after),
    countOrders(actor, filters),
  ]);
  const orders = page.rows;
  const processing = orders.filter(({ state }) => state === 'processing');
  const delivery = await listStepsOfOrders(
    actor,
    processing.map(({ id }) => id),
  );
  return {
    portal,
    t,
    all,
    format,
    values,
    orders,
    delivery,
    total: format.count(count, count >= COUNT_CAP),
    links: pageLinks(`/${portal}/orders`, values, page.next),
    exportHref: exportHref(`${portal}-orders`, values),
  };
}

/** What an order's page shows, whichever the portal; nothing for strangers. */
export async function orderDetailView(actor: Actor, portal: OrderPortal, orderId: string) {
  const detail = await getOrder(actor, orderId);
  if (!detail) return undefined;
  const [t, all, format, evidence, entries, supervision, invoices, invoiceable, refunds] =
    await Promise.all([
      getT('order'),
      getT(),
      getFormat(),
      listStream(actor, `order:${orderId}`),
      listEntriesOf(actor, 'order', orderId),
      can(actor, 'supervision.read') ? getSupervisionOfOrder(actor, orderId) : undefined,
      listInvoicesOfOrder(actor, orderId),
      mayInvoice(actor, orderId),
      refundsOfOrder(actor, portal, orderId),
    ]);
  return {
    portal,
    detail,
    t,
    all,
    format,
    evidence,
    bundle: can(actor, 'evidence.export', { productId: detail.order.productId }),
    entries,
    next: nextOf(detail),
    supervisionHref: supervision ? `/${portal}/supervision/${supervision.id}` : undefined,
    amounts: amountsOf(detail),
    invoices,
    invoiceable,
    refunds,
  };
}

/** Who is next; while nobody can pay it is not the buyer. */
function nextOf({ order, standing, now }: OrderDetail): NextStep {
  const next = whoIsNext(machine, order, now);
  if (!standing || standing === 'onSale') return next;
  const party = standing === 'frozen' ? 'merchant' : 'system';
  return { ...next, party, key: `order.next.${standing}` };
}

/** Fee, share and contained tax per line: as they were moved, or as they will be on completion. */
function amountsOf({ order, lines }: OrderDetail): OrderAmounts {
  return new Map(
    lines.map((line) => {
      // Orders have one line; a refund is all of it.
      const split = settleLine(line, lines.length === 1 ? order.refunded : 0n);
      const { fee, payable, voucherByMerchant } = split;
      const sold = fee + payable + voucherByMerchant;
      const tax = containedTax(paidOf(line), line.taxRate);
      return [line.id, { sold, fee, payable, voucherByMerchant, tax }];
    }),
  );
}
