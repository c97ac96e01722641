import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invoiceableOf, partsOf, splitByRate } from './split';

const RATES = [0, 300, 600, 900, 1300];

const line = fc
  .tuple(fc.bigInt(1n, 10_000_000_000n), fc.integer({ min: 0, max: 99 }), fc.constantFrom(...RATES))
  .map(([amount, percent, taxRate]) => ({
    amount,
    voucherAmount: (amount * BigInt(percent)) / 100n,
    taxRate,
  }));

const order = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 5 }), fc.integer({ min: 0, max: 1000 }))
  .map(([lines, permille]) => {
    const cash = lines.reduce((sum, { amount, voucherAmount }) => sum + amount - voucherAmount, 0n);
    return { lines, refunded: (cash * BigInt(permille)) / 1000n };
  });

const orders = fc.array(order, { minLength: 1, maxLength: 8 }).map((list) =>
  list.map(({ lines, refunded }, i) => ({
    id: `od_${i}`,
    refunded,
    lines: lines.map((one, j) => ({ ...one, id: `od_${i}-${j}` })),
  })),
);

describe('the invoices of some orders', () => {
  it('sum to what the orders cost without vouchers and refunds, to the fen', () => {
    fc.assert(
      fc.property(orders, (list) => {
        const due = list.reduce(
          (sum, one) =>
            sum + one.lines.reduce((all, l) => all + l.amount - l.voucherAmount, 0n) - one.refunded,
          0n,
        );
        const split = splitByRate(list);
        expect(split.reduce((sum, { amount }) => sum + amount, 0n)).toBe(due);
        for (const one of list) {
          const parts = split.flatMap(({ parts: all }) => all.filter((p) => p.orderId === one.id));
          expect(parts.reduce((sum, part) => sum + part.amount, 0n)).toBe(invoiceableOf(one));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('carry one rate each, every line once, and a tax that lies in the amount', () => {
    fc.assert(
      fc.property(orders, (list) => {
        const split = splitByRate(list);
        expect(new Set(split.map(({ taxRate }) => taxRate)).size).toBe(split.length);
        const ids = split.flatMap(({ parts }) => parts.map((part) => part.line.id));
        expect(new Set(ids).size).toBe(ids.length);
        for (const { taxRate, amount, tax, parts } of split) {
          expect(amount).toBe(parts.reduce((sum, part) => sum + part.amount, 0n));
          for (const part of parts) expect(part.line.taxRate).toBe(taxRate);
          // Within half a fen of amount × rate ÷ (1 + rate).
          const off = tax * (10_000n + BigInt(taxRate)) - amount * BigInt(taxRate);
          expect((off < 0n ? -off : off) * 2n <= 10_000n + BigInt(taxRate)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never take more from a line than was paid for it, and refunds sum to the order’s', () => {
    fc.assert(
      fc.property(orders, (list) => {
        for (const one of list) {
          const parts = partsOf(one);
          expect(parts.reduce((sum, part) => sum + part.refunded, 0n)).toBe(one.refunded);
          for (const part of parts) {
            expect(part.refunded >= 0n && part.amount >= 0n).toBe(true);
            expect(part.refunded + part.amount).toBe(part.line.amount - part.line.voucherAmount);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('leave out lines of which nothing is left', () => {
    const paid = { id: 'a', amount: 100n, voucherAmount: 0n, taxRate: 600 };
    expect(splitByRate([{ id: 'o', refunded: 100n, lines: [paid] }])).toEqual([]);
  });
});
