import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuantityMode, QuantityPricing } from '@/db/schema/product';
import { lowestPrice, type PricedSku, priceOf, purchaseComplaint } from './pricing';

const plain = (price: bigint, billing: PricedSku['billing'] = 'month'): PricedSku => ({
  billing,
  price,
  quantity: null,
});

const priced = (
  mode: QuantityMode,
  bands: [number, bigint][],
  range: Partial<QuantityPricing> = {},
): PricedSku => ({
  billing: 'oneTime',
  price: bands[0]?.[1] ?? 0n,
  quantity: {
    code: 'servers',
    name: '服务器台数',
    unit: '台',
    min: 1,
    max: 100_000,
    step: 1,
    mode,
    bands: bands.map(([from, price]) => ({ from, price: String(price) })),
    ...range,
  },
});

const bandsArb = fc
  .uniqueArray(fc.integer({ min: 2, max: 500 }), { maxLength: 5 })
  .chain((starts) =>
    fc.tuple(
      fc.constant([1, ...starts.sort((a, b) => a - b)]),
      fc.array(fc.bigInt({ min: 1n, max: 10_000_000n }), { minLength: 6, maxLength: 6 }),
    ),
  )
  .map(([starts, prices]) => starts.map((from, i): [number, bigint] => [from, prices[i] ?? 1n]));

describe('what a purchase costs', () => {
  it('is price times copies times periods where there is no quantity attribute', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10_000_000_000n }),
        fc.integer({ min: 1, max: 9_999 }),
        fc.integer({ min: 1, max: 36 }),
        (price, quantity, periods) =>
          priceOf({ sku: plain(price), quantity, periods }) ===
          price * BigInt(quantity) * BigInt(periods),
      ),
    );
  });

  it('charges each part of a step price in its own band, as the rule book works it out', () => {
    // 3 at 0.30 and 5 at 0.20 make 1.90 yuan.
    const sku = priced('step', [
      [1, 30n],
      [4, 20n],
    ]);
    expect(priceOf({ sku, quantity: 8, periods: 1 })).toBe(190n);
    expect(priceOf({ sku, quantity: 3, periods: 1 })).toBe(90n);
  });

  it('charges the whole of a tier price in the band the quantity falls in', () => {
    const sku = priced('tier', [
      [1, 30n],
      [4, 20n],
    ]);
    expect(priceOf({ sku, quantity: 8, periods: 1 })).toBe(160n);
    expect(priceOf({ sku, quantity: 3, periods: 1 })).toBe(90n);
  });

  it('adds, under a step price, exactly the price of the band that the next unit falls in', () => {
    fc.assert(
      fc.property(bandsArb, fc.integer({ min: 1, max: 600 }), (bands, quantity) => {
        const sku = priced('step', bands);
        const next = priceOf({ sku, quantity: quantity + 1, periods: 1 });
        const own = bands.filter(([from]) => from <= quantity + 1).at(-1)?.[1];
        return next - priceOf({ sku, quantity, periods: 1 }) === own;
      }),
    );
  });

  it('is the same in all three modes while there is one band', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10_000_000n }),
        fc.integer({ min: 1, max: 5_000 }),
        (price, quantity) => {
          const totals = (['linear', 'step', 'tier'] as const).map((mode) =>
            priceOf({ sku: priced(mode, [[1, price]]), quantity, periods: 1 }),
          );
          return totals.every((total) => total === price * BigInt(quantity));
        },
      ),
    );
  });

  it('grows by whole periods', () => {
    fc.assert(
      fc.property(
        bandsArb,
        fc.integer({ min: 1, max: 600 }),
        fc.integer({ min: 1, max: 36 }),
        (bands, quantity, periods) => {
          const sku: PricedSku = { ...priced('step', bands), billing: 'month' };
          return (
            priceOf({ sku, quantity, periods }) ===
            priceOf({ sku, quantity, periods: 1 }) * BigInt(periods)
          );
        },
      ),
    );
  });

  it('takes the smallest quantity for the "from" price', () => {
    expect(lowestPrice(priced('linear', [[1, 500n]], { min: 5, step: 5 }))).toBe(2_500n);
    expect(lowestPrice(plain(9_900n))).toBe(9_900n);
  });
});

describe('a purchase that cannot be', () => {
  const sku = priced('linear', [[1, 100n]], { min: 5, max: 95, step: 10 });

  it.each([
    [4, 'quantityOutOfRange'],
    [96, 'quantityOutOfRange'],
    [10, 'quantityOffStep'],
    [5.5, 'quantityNotWhole'],
    [Number.NaN, 'quantityNotWhole'],
  ])('of %s is named and never priced', (quantity, complaint) => {
    expect(purchaseComplaint({ sku, quantity, periods: 1 })).toBe(complaint);
    expect(() => priceOf({ sku, quantity, periods: 1 })).toThrow(RangeError);
  });

  it('of more periods than its billing mode allows is named', () => {
    expect(purchaseComplaint({ sku, quantity: 5, periods: 2 })).toBe('periodsOutOfRange');
    expect(purchaseComplaint({ sku: plain(1n), quantity: 1, periods: 36 })).toBeUndefined();
    expect(purchaseComplaint({ sku: plain(1n, 'year'), quantity: 1, periods: 6 })).toBe(
      'periodsOutOfRange',
    );
  });

  it('is every quantity off the range or step, and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 120 }), (quantity) => {
        const fits = quantity >= 5 && quantity <= 95 && (quantity - 5) % 10 === 0;
        return (purchaseComplaint({ sku, quantity, periods: 1 }) === undefined) === fits;
      }),
    );
  });
});
