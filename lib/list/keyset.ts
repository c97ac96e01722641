/** Rows a list shows on one page (design 3.11). */
export const PAGE_SIZE = 50;
/** Counts beyond this are shown as "1000+". */
export const COUNT_CAP = 1000;

export interface Page<Row> {
  rows: Row[];
  /** Cursor of the next page; absent on the last. */
  next?: string;
}

/** Cuts `size + 1` fetched rows to a page; the cursor is the last shown row's key. */
export function pageOf<Row>(rows: Row[], keyOf: (row: Row) => string, size = PAGE_SIZE): Page<Row> {
  if (rows.length <= size) return { rows };
  const shown = rows.slice(0, size);
  const last = shown[shown.length - 1];
  return last === undefined ? { rows: shown } : { rows: shown, next: keyOf(last) };
}
