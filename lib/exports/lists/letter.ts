import {
  type Letter,
  type LetterFilters,
  letterFilters,
  listLetters,
} from '@/lib/records/letter/queries';
import { letterState } from '@/lib/records/letter/state';
import { defineExport, type ExportColumn } from '../define';

const field = (
  kind: ExportColumn<Letter>['kind'],
  name: string,
  value: ExportColumn<Letter>['value'],
  width = 20,
): ExportColumn<Letter> => ({ header: `letter.field.${name}`, kind, value, width });

/** The customer's explanation letters. */
export const letterExport = defineExport<Letter, LetterFilters>({
  portal: 'buyer',
  permission: 'letter.request',
  title: 'letter.title',
  filters: letterFilters,
  columns: [
    field('text', 'number', (row) => row.number, 24),
    field('text', 'order', (row) => row.orderNumber),
    field('text', 'product', (row) => row.productName, 30),
    field('text', 'merchant', (row) => row.merchantName, 30),
    field('money', 'amount', (row) => row.amount),
    field('word', 'state', (row) => `letter.state.${letterState(row)}`),
    field('dateTime', 'requestedAt', (row) => row.requestedAt),
    field('date', 'keptUntil', (row) => row.keptUntil),
  ],
  batch: async (actor, filters, after, size) =>
    (await listLetters(actor, filters, after, size)).rows,
  cursor: (row) => row.id,
});
