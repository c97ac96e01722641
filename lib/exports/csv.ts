import type { ExportColumn, ExportValue } from './define';
import { formatYuan } from './money';
import { type Reader, textOf } from './reader';

/** Tells Excel that the file is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

// What spreadsheets take for the beginning of a formula, full-width forms included.
const FORMULA = /^[\s\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

/**
 * A field of text as RFC 4180 wants it. A text that a spreadsheet would run as a formula gets an apostrophe in
 * front, so that it is shown and not run.
 */
export function csvText(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One value by its column's kind; numbers and money stay bare, so that a negative amount is a number. */
export function csvField(
  kind: ExportColumn<never>['kind'],
  value: ExportValue,
  reader: Reader,
): string {
  if (value === null || value === undefined) return '';
  if (kind === 'money') return formatYuan(BigInt(value as bigint));
  if (kind === 'number') return String(value);
  if (value instanceof Date) {
    return kind === 'date' ? reader.date(value) : reader.dateTime(value);
  }
  return csvText(textOf(kind, value, reader));
}

/** A list as CSV, piece by piece: byte order mark, header line, then a piece per batch. */
export async function* csvPieces(
  columns: readonly Omit<ExportColumn<never>, 'value'>[],
  batches: AsyncIterable<ExportValue[][]>,
  reader: Reader,
): AsyncGenerator<string> {
  const line = (fields: string[]) => `${fields.join(',')}\r\n`;
  yield BYTE_ORDER_MARK + line(columns.map(({ header }) => csvText(reader.word(header))));
  for await (const rows of batches) {
    yield rows
      .map((row) => line(columns.map(({ kind }, i) => csvField(kind, row[i], reader))))
      .join('');
  }
}
