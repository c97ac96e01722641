import { fenToYuan } from '@/lib/i18n/format';
import { parseYuan } from '@/lib/money/parse-yuan';
import type { CellUnit } from '@/lib/settings/hints';
import type { Leaf, RecordShape, Shape } from './shape';

/** A value as the controls of a form hold it: texts, ticked boxes, lists of them, by column. */
export type Cells = string | string[] | CellsByColumn | CellsByColumn[] | undefined;
export type CellsByColumn = { [column: string]: Cells };

const SIZES = [
  ['GB', 1024 ** 3],
  ['MB', 1024 ** 2],
  ['KB', 1024],
] as const;

/** A value as a form shows it. `readCells` takes it back. */
export function cellsOf(shape: Shape, value: unknown): Cells {
  switch (shape.kind) {
    case 'rows':
      return (value as unknown[]).map((row) => recordCells(shape.row, row));
    case 'record':
      return recordCells(shape, value);
    case 'choices':
      return [...((value ?? []) as string[])];
    case 'list':
      return [
        ((value ?? []) as unknown[])
          .map((item) => textOf(shape.item, item))
          .join(shape.item.kind === 'number' ? ', ' : '\n'),
      ];
    case 'switch':
      if (shape.absent) return value === undefined ? '' : String(value);
      return value === true ? 'true' : undefined;
    default:
      return textOf(shape, value);
  }
}

function recordCells(shape: RecordShape, value: unknown): CellsByColumn {
  const row = (value ?? {}) as Record<string, unknown>;
  return Object.fromEntries(
    shape.columns.map(({ name, shape: column }) => [name, cellsOf(column, row[name])]),
  );
}

/** A number or text as it is typed: amounts in yuan, rates in percent, sizes in the unit that divides them. */
export function textOf(shape: Leaf, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (shape.kind !== 'number') return String(value);
  return numberText(Number(value), shape.unit);
}

export function numberText(value: number, unit: CellUnit | undefined): string {
  if (unit === 'fen') return fenToYuan(BigInt(value));
  if (unit === 'basisPoints') return String(value / 100);
  if (unit !== 'bytes') return String(value);
  const [name, size] = SIZES.find(([, size]) => value > 0 && value % size === 0) ?? ['B', 1];
  return `${value / size} ${name}`;
}

/** A new row: nothing chosen, numbers at nought where that is allowed. */
export function blankRow(shape: RecordShape): CellsByColumn {
  return Object.fromEntries(
    shape.columns.map(({ name, shape: column }) => [
      name,
      column.kind === 'record'
        ? blankRow(column)
        : column.kind === 'number' && column.least === 0
          ? '0'
          : cellsOf(column, undefined),
    ]),
  );
}

/**
 * The value that a form's controls hold. What cannot be read stays as it was typed, for the rule's own schema to
 * refuse.
 */
export function readCells(shape: Shape, cells: unknown): unknown {
  switch (shape.kind) {
    case 'rows':
      return (Array.isArray(cells) ? cells : []).map((row) => readCells(shape.row, row));
    case 'record':
      return recordValue(shape, cells);
    case 'choices': {
      const chosen = texts(cells).filter(Boolean);
      return chosen.length === 0 && shape.absent ? undefined : chosen;
    }
    case 'list':
      return texts(cells)
        .flatMap((text) => text.split(shape.item.kind === 'number' ? /[\s,，、]+/ : /\r?\n/))
        .map((text) => text.trim())
        .filter(Boolean)
        .map((text) => readCells(shape.item, text));
    case 'switch':
      if (shape.absent && !texts(cells)[0]) return undefined;
      return texts(cells)[0] === 'true';
    default:
      return leafValue(shape, texts(cells)[0]?.trim() ?? '');
  }
}

function recordValue(shape: RecordShape, cells: unknown): unknown {
  const typed = (cells ?? {}) as Record<string, unknown>;
  const entries = shape.columns
    .map(({ name, shape: column }) => [name, readCells(column, typed[name])] as const)
    .filter(([, value]) => value !== undefined);
  const blank = entries.every(([, value]) => value === '');
  return blank && shape.absent ? undefined : Object.fromEntries(entries);
}

function leafValue(shape: Leaf, text: string): unknown {
  if (text === '' && (shape.absent || shape.kind === 'number'))
    return shape.absent === 'null' ? null : undefined;
  return shape.kind === 'number' ? (numberOf(text, shape.unit) ?? text) : text;
}

function numberOf(text: string, unit: CellUnit | undefined): number | undefined {
  const plain = text.normalize('NFKC').replaceAll(',', '');
  if (unit === 'fen') {
    const fen = parseYuan(plain);
    return fen === undefined ? undefined : Number(fen);
  }
  const [, digits = '', name = ''] = /^(-?\d+(?:\.\d+)?)\s*([A-Za-z%]*)$/.exec(plain) ?? [];
  if (digits === '') return undefined;
  if (unit === 'bytes') {
    const size = SIZES.find(([one]) => one === name.toUpperCase())?.[1];
    return size || /^b?$/i.test(name) ? Number(digits) * (size ?? 1) : undefined;
  }
  if (name !== '' && !(name === '%' && (unit === 'percent' || unit === 'basisPoints')))
    return undefined;
  // Written through the decimal point: 0.29 × 100 is not 29 in binary.
  return unit === 'basisPoints' ? Number(`${digits}e2`) : Number(digits);
}

const texts = (cells: unknown): string[] =>
  (Array.isArray(cells) ? cells : [cells]).filter((one): one is string => typeof one === 'string');
