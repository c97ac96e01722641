import { expect, test } from 'vitest';
import { parseInput } from '@/lib/engine/parse';
import { parseYuan } from './parse-yuan';
import { yuanField } from './yuan';

test.each([
  ['1', 100n],
  ['1.5', 150n],
  ['0.01', 1n],
  ['1,234.50', 123450n],
  ['¥ 12', 1200n],
  ['１２．３４', 1234n],
])('%s yuan are %d fen', (text, fen) => {
  expect(parseYuan(text)).toBe(fen);
});

test.each(['', '-1', '1.234', '1e3', 'abc', '1.', '.5', '99999999999999', '0x10'])(
  '%j is no amount',
  (text) => {
    expect(parseYuan(text)).toBeUndefined();
  },
);

test('a field of zero is refused with its own sentence', () => {
  expect(() => parseInput(yuanField, '0')).toThrow(
    expect.objectContaining({
      detail: { fields: { _: { key: 'money.error.format', params: {} } } },
    }),
  );
});
