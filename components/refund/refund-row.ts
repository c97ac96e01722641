import type { Column, Row } from '@/components/ui/data-table';
import { toneOf } from '@/components/workflow/tones';
import type { Portal } from '@/lib/auth/viewer';
import type { Locale } from '@/lib/i18n/locales';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import { type RefundRow, refund } from '@/lib/workflows/refund/machine';

const OTHER: Record<Portal, string> = {
  buyer: 'field.merchant',
  merchant: 'field.buyer',
  ops: 'field.parties',
};

/** Columns of a list of refunds; the other side's name by portal. */
export function refundColumns(t: Translate, portal: Portal): Column[] {
  return [
    { key: 'order', header: t('field.order'), kind: 'link' },
    { key: 'product', header: t('field.product'), wrap: true },
    { key: 'other', header: t(OTHER[portal]), wrap: portal === 'ops' },
    { key: 'amount', header: t('field.amount'), kind: 'money' },
    { key: 'reason', header: t('field.reason'), wrap: true },
    { key: 'createdAt', header: t('field.createdAt'), kind: 'date' },
    { key: 'state', header: t('field.state'), kind: 'badge' },
    { key: 'turn', header: t('field.turn') },
  ];
}

export interface RefundRowContext {
  t: Translate;
  format: Format;
  locale: Locale;
  portal: Portal;
  now: Date;
}

/** A request as plain cells; one that waits too long is marked. */
export function refundRow(item: RefundRow, context: RefundRowContext): Row {
  const { t, format, locale, portal, now } = context;
  const turn = refund.turn[item.state];
  const due = item.dueAt && turn ? format.due(item.dueAt, now) : undefined;
  const mine = turn === portal;
  return {
    id: item.id,
    href: `/${portal}/refunds/${item.id}`,
    tone: due?.overdue ? (mine ? 'danger' : 'warning') : undefined,
    cells: {
      order: {
        text: item.orderNumber,
        sub: item.round > 1 ? t('list.again', { round: item.round }) : undefined,
      },
      product: { text: item.productName, sub: item.specName },
      other:
        portal === 'ops'
          ? { text: item.buyerName, sub: item.merchantName }
          : portal === 'buyer'
            ? item.merchantName
            : item.buyerName,
      amount: {
        text: format.money(item.amount),
        sub: t(item.amount < item.paid ? 'part.partial' : 'part.full'),
      },
      reason: item.reasonName[locale],
      createdAt: format.dateTime(item.createdAt),
      state: { text: t(`state.${item.state}`), tone: toneOf('refund', item.state) },
      turn: turn
        ? {
            text: mine ? t('list.you') : t(turn === 'merchant' ? 'field.merchant' : 'list.system'),
            sub: due?.text,
            tone: due?.overdue ? 'danger' : undefined,
          }
        : null,
    },
  };
}
