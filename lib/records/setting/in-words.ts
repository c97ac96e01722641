import { formatBytes, formatMoney } from '@/lib/i18n/format';
import type { Translate } from '@/lib/i18n/translator';
import { numberText } from './cells';
import { type Leaf, leavesOf, optionKey, type RecordShape } from './shape';

/** A cell's value in words; `t` reads all catalogs. */
export function cellInWords(shape: Leaf, value: unknown, t: Translate): string {
  if (value === undefined || value === null)
    return shape.absent
      ? t(shape.absent === 'null' ? 'settingTable.none' : 'settingTable.any')
      : '';
  switch (shape.kind) {
    case 'switch':
      return t(value ? 'setting.yes' : 'setting.no');
    case 'choice':
      return optionInWords(shape.words, String(value), t);
    case 'choices':
      return joined(
        (value as string[]).map((one) => optionInWords(shape.words, one, t)),
        t,
      );
    case 'list':
      return joined(
        (value as unknown[]).map((one) => cellInWords(shape.item, one, t)),
        t,
      );
    case 'number':
      return numberInWords(Number(value), shape.unit, t);
    case 'text':
      return codeInWords(shape.words, String(value), t);
    default:
      return String(value);
  }
}

/** A code that the catalogs know is told by its name too. */
function codeInWords(words: string | undefined, code: string, t: Translate): string {
  if (!words || !t.has(`${words}.${code}`)) return code;
  return t('settingTable.coded', { name: t(`${words}.${code}`), code });
}

/** A code that no catalog knows is shown as it is. */
export function optionInWords(words: string, value: string, t: Translate): string {
  const key = optionKey(words, value);
  return t.has(key) ? t(key) : value;
}

const joined = (words: string[], t: Translate) =>
  words.join(t('setting.comma')) || t('settingTable.none');

type NumberUnit = Extract<Leaf, { kind: 'number' }>['unit'];

function numberInWords(value: number, unit: NumberUnit, t: Translate): string {
  if (unit === 'fen') return formatMoney(BigInt(value));
  if (unit === 'bytes') return formatBytes(value);
  if (unit === 'basisPoints') return `${numberText(value, unit)}%`;
  return unit ? t(`setting.unit.${unit}`, { count: value }) : String(value);
}

/** What a row is called: the columns that name it, else its first few in words. */
export function rowInWords(
  shape: RecordShape,
  by: readonly string[],
  row: unknown,
  t: Translate,
): string {
  const leaves = leavesOf(shape);
  const naming = leaves.filter(({ path }) => by.includes(path[0] ?? ''));
  return (naming.length > 0 ? naming : leaves.slice(0, 3))
    .map((leaf) => cellInWords(leaf.shape, at(row, leaf.path), t))
    .filter(Boolean)
    .join(' · ');
}

/** A row by its name and what is chosen in it, for a list of rows that are folded. */
export function rowTitle(
  shape: RecordShape,
  by: readonly string[],
  row: unknown,
  t: Translate,
): string {
  const chosen = leavesOf(shape).filter(
    (leaf) => leaf.shape.kind === 'choice' && !by.includes(leaf.path[0] ?? ''),
  );
  return [
    rowInWords(shape, by, row, t),
    ...chosen.slice(0, 2).map((leaf) => cellInWords(leaf.shape, at(row, leaf.path), t)),
  ].join(' · ');
}

/** What stands at a path inside of a row. */
export const at = (row: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, part) => (value as Record<string, unknown> | null | undefined)?.[part],
    row,
  );
