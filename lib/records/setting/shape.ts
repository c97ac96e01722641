import type { CellUnit } from '@/lib/settings/hints';

/**
 * What a rule's value looks like, as plain data that forms are drawn from. `words` is the catalog that names columns
 * or values: `<words>.<column>`, `<words>.<value>`.
 */
export type Shape = Leaf | RecordShape | RowsShape;

/** What may be left out: `undefined` holds for every value, `null` says none. */
type Absent = { absent?: 'undefined' | 'null' };

export type Leaf = Absent &
  (
    | { kind: 'switch' }
    | { kind: 'number'; unit?: CellUnit; least?: number }
    /** `words` names those of its texts that are known codes; `filled`: must not be empty. */
    | { kind: 'text'; words?: string; filled?: boolean }
    | { kind: 'date' }
    | { kind: 'choice'; options: readonly string[]; words: string }
    | { kind: 'choices'; options: readonly string[]; words: string }
    /** Texts or numbers that are typed, one a line where they are the whole value. */
    | { kind: 'list'; item: Leaf }
  );

export type RecordShape = Absent & { kind: 'record'; words: string; columns: Column[] };
export type Column = { name: string; shape: Leaf | RecordShape };
export type RowsShape = { kind: 'rows'; row: RecordShape; by: readonly string[] };

/** The value that a choice may hold for every other one. */
export const ANY = '*';

/** The catalog key that names a value of a choice. */
export const optionKey = (words: string, value: string): string =>
  value === ANY ? 'settingTable.any' : `${words}.${value}`;

/** Every catalog key that a shape mentions. */
export function wordKeys(shape: Shape): string[] {
  if (shape.kind === 'rows') return wordKeys(shape.row);
  if (shape.kind === 'choice' || shape.kind === 'choices')
    return shape.options.map((value) => optionKey(shape.words, value));
  if (shape.kind !== 'record') return [];
  return leavesOf(shape).flatMap((leaf) => [leaf.key, ...wordKeys(leaf.shape)]);
}

export interface ShownColumn {
  path: string[];
  /** Catalog key of its name. */
  key: string;
  /** Catalog key of what else there is to know about it, where there is something. */
  hintKey: string;
  shape: Leaf;
}

/** The columns of a row as they are shown: those of a record inside of it stand for themselves. */
export function leavesOf(row: RecordShape): ShownColumn[] {
  const inside = (shape: RecordShape, path: string[]): ShownColumn[] =>
    shape.columns.flatMap(({ name, shape: column }) => {
      const here = [...path, name];
      if (column.kind === 'record') return inside(column, here);
      const hintKey = `${row.words}.hint.${here.join('.')}`;
      return [{ path: here, key: `${shape.words}.${name}`, hintKey, shape: column }];
    });
  return inside(row, []);
}

/** The unit of the number at a path inside of a value. */
export function unitAt(shape: Shape, path: readonly string[]): CellUnit | undefined {
  const [first, ...rest] = path;
  switch (shape.kind) {
    case 'number':
      return shape.unit;
    case 'rows':
      return first === undefined ? undefined : unitAt(shape.row, rest);
    case 'list':
      return first === undefined ? undefined : unitAt(shape.item, rest);
    case 'record': {
      const column = shape.columns.find(({ name }) => name === first);
      return column && unitAt(column.shape, rest);
    }
    default:
      return undefined;
  }
}
