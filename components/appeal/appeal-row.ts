import type { Column, Row } from '@/components/ui/data-table';
import { toneOf } from '@/components/workflow/tones';
import type { Portal } from '@/lib/auth/viewer';
import type { Locale } from '@/lib/i18n/locales';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import { type AppealRow, appeal } from '@/lib/workflows/appeal/machine';
import { groundName } from './ground-name';

const PARTY = { buyer: 'buyer', merchant: 'merchant', ops: 'operations' } as const;
const OTHER = { buyer: 'field.merchant', merchant: 'field.buyer', ops: 'field.parties' } as const;

/** Columns of the lists; the other side's name by portal. */
export const appealColumns = (t: Translate, portal: Portal): Column[] => [
  { key: 'order', header: t('field.order'), kind: 'link' },
  { key: 'product', header: t('field.product'), wrap: true },
  { key: 'other', header: t(OTHER[portal]), wrap: portal === 'ops' },
  { key: 'ground', header: t('field.ground'), wrap: true },
  { key: 'paid', header: t('field.paid'), kind: 'money' },
  { key: 'openedAt', header: t('field.openedAt'), kind: 'date' },
  { key: 'state', header: t('field.state'), kind: 'badge' },
  { key: 'turn', header: t('field.turn') },
];

export interface RowContext {
  t: Translate;
  format: Format;
  locale: Locale;
  portal: Portal;
  now: Date;
}

/** An appeal as plain cells; the house's overdue ones stand out. */
export function appealRow(row: AppealRow, { t, format, locale, portal, now }: RowContext): Row {
  const turn = appeal.turn[row.state];
  const mine = turn === PARTY[portal];
  const due = turn && row.dueAt ? format.due(row.dueAt, now) : undefined;
  const href = `/${portal}/appeals/${row.id}`;
  return {
    id: row.id,
    href,
    tone: due?.overdue ? (mine ? 'danger' : 'warning') : undefined,
    cells: {
      order: row.orderNumber,
      product: row.productName,
      other:
        portal === 'ops'
          ? { text: row.buyerName, sub: row.merchantName }
          : portal === 'buyer'
            ? row.merchantName
            : row.buyerName,
      ground: {
        text: groundName(t, locale, row.ground, row.groundName),
        sub: t(`side.${row.openedBy}`),
      },
      paid: format.money(row.paid),
      openedAt: format.dateTime(row.createdAt),
      state: {
        text: row.outcome ? t(`outcome.${row.outcome}`) : t(`state.${row.state}`),
        tone: toneOf('appeal', row.state),
      },
      turn: turn
        ? {
            text: t(mine ? 'list.you' : `side.${turn}`),
            sub: due?.text,
            tone: due?.overdue ? 'danger' : undefined,
          }
        : null,
    },
  };
}
