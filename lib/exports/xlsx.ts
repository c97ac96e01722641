import { once } from 'node:events';
import type { Writable } from 'node:stream';
import ExcelJS from 'exceljs';
import type { ExportColumn, ExportValue } from './define';
import { type Reader, textOf } from './reader';

/** Rows that one sheet holds below its header; Excel's own limit is 1,048,576. */
const SHEET_ROWS = 1_000_000;
/** Characters that one cell holds in Excel. */
const CELL_LENGTH = 32_767;

const FORMATS: Partial<Record<ExportColumn<never>['kind'], string>> = {
  money: '#,##0.00',
  number: '#,##0',
  date: 'yyyy-mm-dd',
  dateTime: 'yyyy-mm-dd hh:mm:ss',
};

/** A value as Excel keeps it: money in yuan, moments as the wall clock of the marketplace, text as text. */
export function xlsxValue(
  kind: ExportColumn<never>['kind'],
  value: ExportValue,
  reader: Reader,
): string | number | Date | null {
  if (value === null || value === undefined) return null;
  if (kind === 'money') return Number(value) / 100;
  if (kind === 'number') return Number(value);
  if (value instanceof Date) {
    const wall = kind === 'date' ? reader.date(value) : reader.dateTime(value).replace(' ', 'T');
    return new Date(kind === 'date' ? `${wall}T00:00:00Z` : `${wall}Z`);
  }
  return withoutControls(textOf(kind, value, reader)).slice(0, CELL_LENGTH);
}

// XML has no place for most control characters; exceljs would write them and Excel refuse the file.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const withoutControls = (text: string) => text.replace(CONTROLS, '');

/**
 * Writes a list as an Excel file into `out`, row by row; waits when the reader of `out` is slow. Text cells are
 * typed as text, so nothing in them is run as a formula.
 */
export async function writeXlsx(
  out: Writable,
  title: string,
  columns: readonly Omit<ExportColumn<never>, 'value'>[],
  batches: AsyncIterable<ExportValue[][]>,
  reader: Reader,
): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: out,
    useStyles: true,
    useSharedStrings: false,
  });
  const name = title.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 28);
  const newSheet = (number: number) => {
    const sheet = book.addWorksheet(number === 1 ? name : `${name} ${number}`, {
      views: [{ state: 'frozen', ySplit: 1 }],
    });
    sheet.columns = columns.map((column) => ({
      width: column.width ?? 18,
      style: { numFmt: FORMATS[column.kind] ?? '@' },
    }));
    const header = sheet.addRow(columns.map((column) => reader.word(column.header)));
    header.font = { bold: true };
    header.commit();
    return sheet;
  };
  let sheets = 1;
  let rows = 0;
  let sheet = newSheet(sheets);
  for await (const batch of batches) {
    for (const row of batch) {
      if (rows === SHEET_ROWS) {
        sheet.commit();
        sheets += 1;
        rows = 0;
        sheet = newSheet(sheets);
      }
      sheet.addRow(columns.map(({ kind }, i) => xlsxValue(kind, row[i], reader))).commit();
      rows += 1;
    }
    if (out.destroyed) return;
    if (out.writableNeedDrain) await once(out, 'drain');
  }
  sheet.commit();
  await book.commit();
}
