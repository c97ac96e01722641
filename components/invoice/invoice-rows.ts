import type { Column, Row } from '@/components/ui/data-table';
import { stateCell } from '@/components/workflow/state-badge';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { InvoiceRow } from '@/lib/workflows/invoice/machine';

export type InvoicePortal = 'buyer' | 'merchant' | 'ops';

/** Basis points as people read them: `6%`. */
export const rateText = (rate: number) => `${rate / 100}%`;

/** Columns of money.md 2.4; who sold for the customer, who bought for the merchant, both for staff. */
export function invoiceColumns(t: Translate, portal: InvoicePortal): Column[] {
  return [
    { key: 'number', header: t('field.number'), kind: 'link' },
    ...(portal === 'merchant'
      ? []
      : [{ key: 'merchant', header: t('field.merchant'), wrap: true }]),
    ...(portal === 'merchant'
      ? [{ key: 'customer', header: t('field.customer'), wrap: true }]
      : []),
    { key: 'title', header: t('field.title'), wrap: true },
    { key: 'amount', header: t('field.amount'), kind: 'money' },
    { key: 'type', header: t('field.type') },
    { key: 'state', header: t('field.state'), kind: 'badge' },
    { key: 'createdAt', header: t('field.createdAt'), kind: 'date' },
    ...(portal === 'merchant'
      ? [{ key: 'operation', header: t('field.operation'), kind: 'actions' as const }]
      : []),
  ];
}

export interface InvoiceRowContext {
  t: Translate;
  all: Translate;
  format: Format;
  portal: InvoicePortal;
  /** Whether the reader may issue. */
  issues: boolean;
  now: Date;
}

/** The kind of the title; for staff also the customer, where the title is another name. */
function titleHint(row: InvoiceRow, { all, portal }: InvoiceRowContext): string {
  const kind = all(`invoiceTitle.kind.${row.titleKind}`);
  return portal === 'ops' && row.customerName !== row.title
    ? `${kind} · ${row.customerName}`
    : kind;
}

/** Whole days since it should have been issued, as its own page counts them; the first day counts as one. */
const daysLate = ({ issueBy }: InvoiceRow, now: Date): number =>
  Math.max(1, Math.floor((now.getTime() - issueBy.getTime()) / 86_400_000));

/** By when the invoice must be issued, or is taken for signed; nothing once it ended. */
function dueText(row: InvoiceRow, { t, format, now }: InvoiceRowContext): string | undefined {
  if (row.state === 'toSign' && row.dueAt)
    return t('list.signsItself', { at: format.date(row.dueAt) });
  if (row.state !== 'toIssue') return undefined;
  return row.issueBy <= now
    ? t('list.issuedLate', { days: daysLate(row, now) })
    : t('list.dueBy', { at: format.dateTime(row.issueBy) });
}

/** An invoice as a plain row of the table; one that is late wears a mark. */
export function invoiceRow(row: InvoiceRow, context: InvoiceRowContext): Row {
  const { t, all, format, portal, issues, now } = context;
  const href = `/${portal}/invoices/${row.id}`;
  const late = row.state === 'toIssue' && row.issueBy <= now;
  return {
    id: row.id,
    href,
    ...(late ? { tone: 'danger' as const } : {}),
    cells: {
      number: {
        text: row.number,
        sub: t('list.orderCount', { count: row.orderCount }),
      },
      merchant: row.merchantName,
      customer: row.customerName,
      title: { text: row.title, sub: titleHint(row, context) },
      amount: { text: format.money(row.amount), sub: rateText(row.taxRate) },
      type: { text: t(`kind.${row.kind}`), sub: t(`medium.${row.medium}`) },
      state: {
        ...stateCell(all, 'invoice', row.state),
        sub: dueText(row, context),
      },
      createdAt: format.dateTime(row.createdAt),
      operation:
        issues && row.state === 'toIssue'
          ? { actions: [{ label: t('event.issue'), href: `${href}/issue` }] }
          : null,
    },
  };
}
