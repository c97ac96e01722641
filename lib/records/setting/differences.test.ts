import { describe, expect, it } from 'vitest';
import { translator } from '@/lib/i18n/translator';
import { SETTINGS, type SettingKey } from '@/lib/settings/registry';
import { type Difference, differencesOf } from './differences';
import { shapeOfSetting } from './shape-of';

const t = translator('en');
const between = (key: SettingKey, before: unknown, after: unknown): Difference[] =>
  differencesOf(shapeOfSetting(key), before, after, t);

describe('what became different', () => {
  const grounds = SETTINGS['appeal.grounds'].default;

  it('is told cell by cell, by the name of the row and of the column', () => {
    const after = grounds.map((row) =>
      row.key === 'neverAccepts' ? { ...row, deliveryProof: 2 } : row,
    );
    expect(between('appeal.grounds', grounds, after)).toEqual([
      {
        kind: 'changed',
        row: 'Customer never accepts (neverAccepts) · Merchant',
        column: 'Proofs at least',
        from: '1',
        to: '2',
      },
    ]);
  });

  it('names rows that came and went, and says when the order changed', () => {
    const [first, second, ...rest] = grounds;
    const more = { ...grounds[0], key: 'lateStart', name: { 'zh-CN': '迟迟未开始', en: 'Late' } };
    expect(between('appeal.grounds', grounds, [...grounds.slice(1), more])).toEqual([
      { kind: 'added', what: 'lateStart · Customer' },
      { kind: 'removed', what: 'Not delivered as agreed (notDelivered) · Customer' },
    ]);
    expect(between('appeal.grounds', grounds, [second, first, ...rest])).toEqual([
      { kind: 'reordered' },
    ]);
  });

  it('meets rows without a name by what stayed the same', () => {
    const rows = SETTINGS['supervision.deliveryDocuments'].default;
    const after = rows.slice(1).map((row, i) => (i === 0 ? { ...row, min: 2 } : row));
    expect(between('supervision.deliveryDocuments', rows, after)).toEqual([
      expect.objectContaining({ kind: 'changed', column: 'Files at least', from: '1', to: '2' }),
      { kind: 'removed', what: expect.stringContaining('v1') },
    ]);
  });

  it('tells single values with their units, and lists by what they gained and lost', () => {
    expect(between('invoice.courierFreeFrom', 10_000, 20_000)).toEqual([
      { kind: 'changed', from: '¥100.00', to: '¥200.00' },
    ]);
    expect(between('content.sensitiveWords', ['a', 'b'], ['b', 'c'])).toEqual([
      { kind: 'added', what: 'c' },
      { kind: 'removed', what: 'a' },
    ]);
    expect(
      between('limit.signIn', { limit: 10, seconds: 900 }, { seconds: 600, limit: 10 }),
    ).toEqual([{ kind: 'changed', column: 'Within', from: '900 seconds', to: '600 seconds' }]);
  });

  it('is nothing where only the order of the keys differs', () => {
    const reversed = grounds.map((row) => Object.fromEntries(Object.entries(row).reverse()));
    expect(between('appeal.grounds', grounds, reversed)).toEqual([]);
  });
});
