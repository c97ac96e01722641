import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { containedTax, splitFee } from './fee';
import { orderNumber } from './number';

const amount = fc.bigInt({ min: 0n, max: 10n ** 15n });
const rate = fc.integer({ min: 0, max: 10_000 });

describe('the fee', () => {
  test.each([
    [10_000n, 500, 500n],
    [10n, 500, 1n],
    [9n, 500, 0n],
    [30n, 500, 2n],
    [29n, 500, 1n],
    [1n, 10_000, 1n],
    [0n, 500, 0n],
  ])('of %d fen at %d basis points is %d fen', (whole, points, fee) => {
    expect(splitFee(whole, points).fee).toBe(fee);
  });

  test('and the merchant’s share always make the whole', () => {
    fc.assert(
      fc.property(amount, rate, (whole, points) => {
        const { fee, payable } = splitFee(whole, points);
        expect(fee + payable).toBe(whole);
        expect(fee >= 0n && payable >= 0n).toBe(true);
        const distance = fee * 10_000n - whole * BigInt(points);
        expect(distance > -5000n && distance <= 5000n).toBe(true);
      }),
    );
  });

  test('refuses a rate above the whole', () => {
    expect(() => splitFee(1n, 10_001)).toThrow(RangeError);
  });
});

test('106 yuan with 6 % tax contain 6 yuan of it', () => {
  expect(containedTax(10_600n, 600)).toBe(600n);
  expect(containedTax(100n, 600)).toBe(6n);
  expect(containedTax(100n, 0)).toBe(0n);
});

describe('order numbers', () => {
  const at = new Date('2026-11-20T17:00:00Z');

  test('begin with the day in the marketplace’s time zone', () => {
    expect(orderNumber(1n, at, 'Asia/Shanghai')).toBe('26112148271009');
  });

  test('differ for any two serials within a hundred million', () => {
    const serial = fc.bigInt({ min: 0n, max: 10n ** 15n });
    const distance = fc.bigInt({ min: 1n, max: 99_999_999n });
    fc.assert(
      fc.property(serial, distance, (first, step) => {
        const other = orderNumber(first + step, at, 'Asia/Shanghai');
        expect(orderNumber(first, at, 'Asia/Shanghai')).not.toBe(other);
        expect(other).toMatch(/^261121\d{8}$/);
      }),
    );
  });
});
