import { canonicalJson } from '@/lib/audit/canonical';
import type { Translate } from '@/lib/i18n/translator';
import { at, cellInWords, rowInWords } from './in-words';
import { leavesOf, type RecordShape, type RowsShape, type Shape } from './shape';

/** One thing that differs between two values of a rule, in words. */
export type Difference =
  | { kind: 'added' | 'removed'; what: string }
  | { kind: 'changed'; row?: string; column?: string; from: string; to: string }
  | { kind: 'reordered' };

type Row = Record<string, unknown>;

/** What became different from one value of a rule to the next, cell by cell; `t` reads all catalogs. */
export function differencesOf(
  shape: Shape,
  before: unknown,
  after: unknown,
  t: Translate,
): Difference[] {
  if (shape.kind === 'rows') return rowsDiffer(shape, before as Row[], after as Row[], t);
  if (shape.kind === 'record') return cellsDiffer(shape, before, after, t);
  if (shape.kind === 'list' || shape.kind === 'choices') {
    const item = shape.kind === 'list' ? shape.item : ({ ...shape, kind: 'choice' } as const);
    const told = (list: unknown) => (list as unknown[]).map((one) => cellInWords(item, one, t));
    return gainedAndLost(told(before), told(after));
  }
  const [from, to] = [before, after].map((value) => cellInWords(shape, value, t));
  return from === to ? [] : [{ kind: 'changed', from: from ?? '', to: to ?? '' }];
}

function gainedAndLost(before: string[], after: string[]): Difference[] {
  return [
    ...after
      .filter((one) => !before.includes(one))
      .map((what) => ({ kind: 'added' as const, what })),
    ...before
      .filter((one) => !after.includes(one))
      .map((what) => ({ kind: 'removed' as const, what })),
  ];
}

function cellsDiffer(
  shape: RecordShape,
  before: unknown,
  after: unknown,
  t: Translate,
  row?: string,
): Difference[] {
  return leavesOf(shape).flatMap((leaf): Difference[] => {
    const [old, now] = [at(before, leaf.path), at(after, leaf.path)];
    if (same(old, now)) return [];
    const [from, to] = [cellInWords(leaf.shape, old, t), cellInWords(leaf.shape, now, t)];
    return [{ kind: 'changed', ...(row ? { row } : {}), column: t(leaf.key), from, to }];
  });
}

function rowsDiffer(shape: RowsShape, before: Row[], after: Row[], t: Translate): Difference[] {
  const pairs = pairUp(shape, before, after);
  const name = (row: Row) => rowInWords(shape.row, shape.by, row, t);
  const kept = pairs.filter(([old, now]) => old && now) as [Row, Row][];
  const order = kept.map(([old]) => before.indexOf(old));
  return [
    ...pairs.flatMap(([old, now]): Difference[] => {
      if (old && now) return cellsDiffer(shape.row, old, now, t, name(now));
      if (now) return [{ kind: 'added', what: name(now) }];
      return old ? [{ kind: 'removed', what: name(old) }] : [];
    }),
    ...(order.some((place, i) => i > 0 && place < (order[i - 1] ?? 0))
      ? [{ kind: 'reordered' as const }]
      : []),
  ];
}

type Pair = [before: Row | undefined, after: Row | undefined];

/** Rows of two tables that are the same row: by what names them, else equal ones first and then the most alike. */
function pairUp({ by }: RowsShape, before: Row[], after: Row[]): Pair[] {
  const left = [...before];
  const take = (place: number) => (place < 0 ? undefined : left.splice(place, 1)[0]);
  const name = (row: Row) => canonicalJson(by.length > 0 ? by.map((column) => row[column]) : row);
  const met = after.map((now) => take(left.findIndex((old) => name(old) === name(now))));
  const alike = (now: Row) => {
    const cells = left.map((old) => Object.keys(now).filter((key) => same(old[key], now[key])));
    const most = Math.max(...cells.map((equal) => equal.length));
    return take(cells.findIndex((equal) => equal.length === most && most > 0));
  };
  const pairs = after.map(
    (now, i): Pair => [met[i] ?? (by.length === 0 ? alike(now) : undefined), now],
  );
  return [...pairs, ...left.map((old): Pair => [old, undefined])];
}

const same = (a: unknown, b: unknown) => canonicalJson(a ?? null) === canonicalJson(b ?? null);
