import ExcelJS from 'exceljs';
import yauzl from 'yauzl';
import {
  CELL_LENGTH,
  type Cell,
  COLUMNS,
  type TableBounds,
  TableRefused,
  type TableRow,
  UNPACKED_BYTES,
} from './table';

/** Parts of a workbook; a plain list has about ten. */
const ENTRIES = 200;

/**
 * Reads the first sheet of a workbook. Before it is opened for real, its parts run through the decompressor once,
 * so that size and rows are known and a bomb never unfolds.
 * @throws {TableRefused} damaged, tooLarge, tooManyRows
 */
export async function readXlsx(bytes: Buffer, { maxRows }: TableBounds): Promise<TableRow[]> {
  // The heading, and a margin for rows that were emptied but are still in the file.
  await measure(bytes, maxRows * 2 + 100);
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
  } catch {
    throw new TableRefused('damaged');
  }
  const sheet = book.worksheets[0];
  const rows: TableRow[] = [];
  sheet?.eachRow({ includeEmpty: false }, (row, number) => {
    const width = Math.min(row.cellCount, COLUMNS);
    const cells = Array.from({ length: width }, (_, at) => cellOf(row.getCell(at + 1)));
    if (cells.every((cell) => 'text' in cell && cell.text === '')) return;
    if (rows.length === maxRows) throw new TableRefused('tooManyRows');
    rows.push({ number, cells });
  });
  return rows;
}

function cellOf(cell: ExcelJS.Cell): Cell {
  if (cell.formula || cell.type === ExcelJS.ValueType.Formula) return { formula: true };
  const { value } = cell;
  if (value === null || value === undefined) return { text: '' };
  if (typeof value === 'object' && 'error' in value) return { formula: true };
  const text = value instanceof Date ? value.toISOString() : cell.text;
  return { text: String(text).trim().slice(0, CELL_LENGTH) };
}

async function measure(bytes: Buffer, maxRows: number): Promise<void> {
  let unpacked = 0;
  let entries = 0;
  try {
    const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true });
    for await (const entry of zip.eachEntry()) {
      entries += 1;
      if (entries > ENTRIES || entry.isEncrypted()) throw new TableRefused('damaged');
      const sheet = /^xl\/worksheets\//.test(String(entry.fileName));
      let rows = 0;
      let carried = '';
      for await (const piece of await zip.openReadStreamPromise(entry)) {
        unpacked += (piece as Buffer).length;
        if (unpacked > UNPACKED_BYTES) throw new TableRefused('tooLarge');
        if (!sheet) continue;
        const text = carried + (piece as Buffer).toString('latin1');
        rows += text.split('<row').length - 1;
        carried = text.slice(-3);
        if (rows > maxRows) throw new TableRefused('tooManyRows');
      }
    }
  } catch (error) {
    if (error instanceof TableRefused) throw error;
    throw new TableRefused('damaged');
  }
}
