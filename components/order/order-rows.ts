import type { Column, Row } from '@/components/ui/data-table';
import { stateCell } from '@/components/workflow/state-badge';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { OrderListItem } from '@/lib/workflows/order/queries';
import { supervision } from '@/lib/workflows/supervision/machine';
import type { OrderSteps } from '@/lib/workflows/supervision/queries';
import { lineTerms } from './order-words';

export type OrderPortal = 'buyer' | 'merchant' | 'ops';

/** Columns of an order list: who sold for the buyer, who bought for the merchant, both for staff. */
export function orderColumns(t: Translate, portal: OrderPortal): Column[] {
  return [
    { key: 'number', header: t('field.number'), kind: 'link' as const },
    { key: 'product', header: t('field.product'), wrap: true },
    ...(portal === 'buyer' ? [] : [{ key: 'customer', header: t('field.customer') }]),
    ...(portal === 'merchant'
      ? []
      : [{ key: 'merchant', header: t('field.merchant'), wrap: true }]),
    { key: 'amount', header: t('field.amount'), kind: 'money' as const },
    { key: 'state', header: t('field.state'), kind: 'badge' as const },
    { key: 'createdAt', header: t('field.createdAt'), kind: 'date' as const },
    ...(portal === 'buyer'
      ? [{ key: 'choose', header: t('list.choose'), align: 'end' as const, width: '4rem' }]
      : []),
  ];
}

export interface OrderRowContext {
  t: Translate;
  all: Translate;
  format: Format;
  portal: OrderPortal;
  /** Where the deliveries of the page's orders stand. */
  delivery: OrderSteps;
}

const SIDE = { buyer: 'buyer', merchant: 'merchant', ops: 'operations' } as const;

/** Whom and what an order waits for, and until when: the payment, then the steps of its delivery. */
function waitsFor(order: OrderListItem, { t, all, format, portal, delivery }: OrderRowContext) {
  if (order.state === 'pendingPayment') {
    return t('page.payBy', { payBy: format.dateTime(order.payBy) });
  }
  const step = order.state === 'processing' ? delivery.steps.get(order.id) : undefined;
  if (!step) return undefined;
  const party = supervision.turn[step.state];
  const who = party && (party === SIDE[portal] ? 'list.you' : `party.${party}`);
  const state = all(`supervision.state.${step.state}`);
  const word = who ? `${all(`supervision.${who}`)} · ${state}` : state;
  return step.dueAt ? `${word} · ${format.due(step.dueAt, delivery.now).text}` : word;
}

/** Orders as plain rows of the table. */
export function orderRows(orders: OrderListItem[], context: OrderRowContext): Row[] {
  const { t, all, format, portal } = context;
  return orders.map((order) => ({
    id: order.id,
    href: `/${portal}/orders/${order.id}`,
    cells: {
      number: order.number,
      product: {
        text: order.productName,
        sub: `${order.line.specName} · ${lineTerms(t, order.line)}`,
      },
      customer: { text: order.customerName, sub: order.accountName },
      merchant: order.merchantName,
      amount: format.money(order.amount),
      state: { ...stateCell(all, 'order', order.state), sub: waitsFor(order, context) },
      createdAt: format.dateTime(order.createdAt),
    },
  }));
}
