import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formObject } from '@/lib/form-data';
import { LOCALES } from '@/lib/i18n/locales';
import { translator } from '@/lib/i18n/translator';
import { SETTINGS, type SettingKey } from '@/lib/settings/registry';
import { type Cells, cellsOf, readCells } from './cells';
import type { Leaf, RecordShape, Shape } from './shape';
import { wordKeys } from './shape';
import { shapeOfSetting } from './shape-of';

const KEYS = Object.keys(SETTINGS) as SettingKey[];
/** Rules whose value is more than a word; those of files are all of one kind. */
const TABLES = KEYS.filter(
  (key) =>
    typeof SETTINGS[key].default === 'object' &&
    (!key.startsWith('files.') || key === 'files.companyLogo.kinds'),
);

/** The cells as a browser sends them and the action reads them. */
function sent(cells: Cells): unknown {
  const form = new FormData();
  const put = (name: string, one: Cells): void => {
    if (one === undefined) return;
    if (typeof one === 'string') form.append(name, one);
    else if (!Array.isArray(one))
      for (const [column, cell] of Object.entries(one)) put(`${name}.${column}`, cell);
    else
      for (const [i, item] of one.entries())
        if (typeof item === 'string') form.append(`${name}[]`, item);
        else put(`${name}.${i}`, item);
  };
  put('cells', cells);
  return formObject(form).cells;
}

const word = fc.stringMatching(/^[a-z][A-Za-z0-9]{2,12}$/);

/** Any value of a shape; what its schema refuses is left out. */
function anyOf(shape: Shape): fc.Arbitrary<unknown> {
  if (shape.kind === 'rows') return fc.array(rowOf(shape.row), { maxLength: 6 });
  return shape.kind === 'record' ? rowOf(shape) : leafOf(shape);
}

function rowOf(shape: RecordShape): fc.Arbitrary<unknown> {
  const columns = shape.columns.map(({ name, shape: column }) => [name, anyOf(column)] as const);
  const optional = shape.columns.filter(({ shape: column }) => column.absent === 'undefined');
  const names = shape.columns.map(({ name }) => name);
  return fc.record(Object.fromEntries(columns), {
    requiredKeys: names.filter((name) => !optional.some((column) => column.name === name)),
  });
}

function leafOf(shape: Leaf): fc.Arbitrary<unknown> {
  const value = (): fc.Arbitrary<unknown> => {
    switch (shape.kind) {
      case 'switch':
        return fc.boolean();
      case 'number':
        return fc.oneof({ weight: 9, arbitrary: fc.nat({ max: 12 }) }, fc.nat({ max: 20_000 }));
      case 'date':
        return fc.constantFrom('2025-03-26', '2027-12-31');
      case 'choice':
        return fc.constantFrom(...shape.options);
      case 'choices':
        return fc.uniqueArray(fc.constantFrom(...shape.options), {
          minLength: shape.absent ? 1 : 0,
        });
      case 'list':
        return fc.array(leafOf(shape.item), { maxLength: 5 });
      default:
        return word;
    }
  };
  return shape.absent === 'null' ? fc.option(value(), { nil: null }) : value();
}

describe('the form of a rule', () => {
  it.each(KEYS)('gives the default of %s back as it was', (key) => {
    const shape = shapeOfSetting(key);
    const value = SETTINGS[key].default;
    const back = readCells(shape, sent(cellsOf(shape, value)));
    expect(back).toEqual(value);
    expect(SETTINGS[key].schema.parse(back)).toEqual(value);
  });

  // Chance does not make a table that must have one row of each kind.
  it.each(TABLES.filter((key) => key !== 'refund.returns'))(
    'gives any value of %s back as it was',
    (key) => {
      const { schema } = SETTINGS[key];
      const shape = shapeOfSetting(key);
      const allowed = anyOf(shape).filter((value) => schema.safeParse(value).success);
      fc.assert(
        fc.property(allowed, (value) => {
          const parsed = schema.parse(value);
          expect(readCells(shape, sent(cellsOf(shape, parsed)))).toEqual(parsed);
        }),
        { numRuns: 30 },
      );
    },
  );

  it.each(LOCALES)('names every column and every value in %s', (locale) => {
    const t = translator(locale);
    const missing = KEYS.flatMap((key) =>
      wordKeys(shapeOfSetting(key))
        .filter((one) => !t.has(one))
        .map((one) => `${key}: ${one}`),
    );
    expect(missing).toEqual([]);
  });

  it('reads amounts in yuan, rates in percent and sizes with their unit, and leaves the rest to the rule', () => {
    const fen = shapeOfSetting('invoice.courierFreeFrom');
    expect(cellsOf(fen, 10_050)).toBe('100.50');
    expect(readCells(fen, '1,234.5')).toBe(123_450);
    expect(readCells(fen, 'a lot')).toBe('a lot');
    const bytes = shapeOfSetting('files.merchantDailyBytes');
    expect(cellsOf(bytes, 10 * 1024 ** 3)).toBe('10 GB');
    expect(cellsOf(bytes, 1025)).toBe('1025 B');
    expect(readCells(bytes, '512 kb')).toBe(512 * 1024);
    expect(readCells(bytes, '2048')).toBe(2048);
    expect(readCells(bytes, '3 apples')).toBe('3 apples');
    const rate = { kind: 'number', unit: 'basisPoints' } as const;
    expect(cellsOf(rate, 1350)).toBe('13.5');
    expect(readCells(rate, '0.29')).toBe(29);
    expect(readCells(rate, '13%')).toBe(1300);
    expect(readCells({ kind: 'number', unit: 'months' }, '13%')).toBe('13%');
    expect(readCells({ kind: 'number' }, '')).toBeUndefined();
  });

  it('takes no ticks for nothing ticked, and an unticked box for no', () => {
    const rules = shapeOfSetting('refund.rules');
    const [row] = readCells(rules, [
      { id: 'x', occasion: 'request', route: 'none', supervised: '', comesBack: '' },
    ]) as Record<string, unknown>[];
    expect(row).toEqual({
      id: 'x',
      occasion: 'request',
      route: 'none',
      conditions: [],
      comesBack: null,
    });
    expect(readCells({ kind: 'switch' }, undefined)).toBe(false);
  });
});
