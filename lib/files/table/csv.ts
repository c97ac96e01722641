import { decodeText } from './decode';
import { CELL_LENGTH, COLUMNS, type TableBounds, TableRefused, type TableRow } from './table';

/**
 * Reads CSV as spreadsheets write it: comma, semicolon or tab, quotes around what holds one, rows ending in any way.
 * Empty rows are passed over but counted.
 * @throws {TableRefused} damaged, tooManyRows
 */
export function readCsv(bytes: Uint8Array, { maxRows }: TableBounds): TableRow[] {
  const text = decodeText(bytes);
  if (text === undefined) throw new TableRefused('damaged');
  const separator = separatorOf(text);
  const rows: TableRow[] = [];
  let number = 0;
  for (const fields of records(text, separator)) {
    number += 1;
    const cells = fields
      .slice(0, COLUMNS)
      .map((field) => ({ text: field.trim().slice(0, CELL_LENGTH) }));
    if (cells.every((cell) => cell.text === '')) continue;
    if (rows.length === maxRows) throw new TableRefused('tooManyRows');
    rows.push({ number, cells });
  }
  return rows;
}

/** The sign that stands most often in the first row. */
function separatorOf(text: string): string {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const count = (sign: string) => first.split(sign).length;
  return [',', '\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function* records(text: string, separator: string): Generator<string[]> {
  let fields: string[] = [];
  let field = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] as string;
    if (quoted) {
      if (sign !== '"') field += sign;
      else if (text[at + 1] === '"') {
        field += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && field.trim() === '') {
      quoted = true;
      field = '';
    } else if (sign === separator) {
      fields.push(field);
      field = '';
    } else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[at + 1] === '\n') at += 1;
      yield [...fields, field];
      fields = [];
      field = '';
    } else field += sign;
  }
  if (quoted) throw new TableRefused('damaged');
  if (field !== '' || fields.length > 0) yield [...fields, field];
}
