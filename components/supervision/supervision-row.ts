import type { Column, Row } from '@/components/ui/data-table';
import { toneOf } from '@/components/workflow/tones';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import { supervision } from '@/lib/workflows/supervision/machine';
import type { SupervisionItem } from '@/lib/workflows/supervision/queries';

export type ListParty = 'buyer' | 'merchant' | 'operations';

const OTHER: Record<ListParty, string> = {
  buyer: 'field.merchant',
  merchant: 'field.buyer',
  operations: 'field.parties',
};

/** Columns of service-supervision.md 3 and buyer-centre.md 5; the other side's name by audience. */
export function supervisionColumns(t: Translate, party: ListParty): Column[] {
  return [
    { key: 'order', header: t('field.order'), kind: 'link' },
    { key: 'product', header: t('field.product'), wrap: true },
    {
      key: 'other',
      header: t(OTHER[party]),
      wrap: party === 'operations',
    },
    { key: 'amount', header: t('field.amount'), kind: 'money' as const },
    { key: 'orderState', header: t('field.orderState'), kind: 'badge' as const },
    { key: 'orderedAt', header: t('field.orderedAt'), kind: 'date' as const },
    { key: 'node', header: t('field.node'), kind: 'badge' as const },
    { key: 'turn', header: t('field.turn') },
    { key: 'operation', header: t('field.operation'), kind: 'actions' as const },
  ];
}

export interface RowContext {
  t: Translate;
  /** `order.state.*` */
  orderWords: Translate;
  format: Format;
  party: ListParty;
  /** The list's own address; a record's is below it. */
  path: string;
  now: Date;
}

/** A record as plain cells; a row that waits too long for the reader is marked. */
export function supervisionRow(item: SupervisionItem, context: RowContext): Row {
  const { t, orderWords, format, party, path, now } = context;
  const turn = supervision.turn[item.state];
  const mine = turn === party;
  const due = item.dueAt && turn ? format.due(item.dueAt, now) : undefined;
  const href = `${path}/${item.id}`;
  return {
    id: item.id,
    href,
    tone: due?.overdue ? (mine ? 'danger' : 'warning') : undefined,
    cells: {
      order: item.orderNumber,
      product: { text: item.productName, sub: item.specName },
      other:
        party === 'operations'
          ? { text: item.buyerName, sub: item.merchantName }
          : party === 'buyer'
            ? item.merchantName
            : item.buyerName,
      amount: format.money(item.amount),
      orderState: { text: orderWords(item.orderState), tone: toneOf('order', item.orderState) },
      orderedAt: format.dateTime(item.orderedAt),
      node: { text: t(`state.${item.state}`), tone: toneOf('supervision', item.state) },
      turn: turn
        ? {
            text: t(mine ? 'list.you' : `party.${turn}`),
            sub: due?.text,
            tone: due?.overdue ? 'danger' : undefined,
          }
        : null,
      operation: {
        actions: [{ label: t(mine ? `operation.${item.state}` : 'operation.view'), href }],
      },
    },
  };
}
