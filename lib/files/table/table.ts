/** A cell as text, or what cannot be read as text. */
export type Cell = { text: string } | { formula: true };

export interface TableRow {
  /** The row's number as a spreadsheet shows it, from 1. */
  number: number;
  cells: Cell[];
}

/** How much of a table is read; beyond it the table is refused. */
export interface TableBounds {
  maxRows: number;
}

/** Bytes that a workbook may unpack to, whatever its size when packed. */
export const UNPACKED_BYTES = 16 * 1024 * 1024;
/** Columns that are looked at. */
export const COLUMNS = 20;
/** Characters of a cell; nothing that people list is longer. */
export const CELL_LENGTH = 500;

/** Why a table cannot be read; the sentence is `file.error.table<reason>`. */
export class TableRefused extends Error {
  constructor(readonly reason: 'damaged' | 'tooManyRows' | 'tooLarge' | 'empty') {
    super(`table refused: ${reason}`);
    this.name = 'TableRefused';
  }
}
