import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SoldLine, settleLine } from './settle';

const rate = fc.integer({ min: 0, max: 10_000 });
const line = fc
  .record({
    amount: fc.bigInt({ min: 1n, max: 10n ** 13n }),
    voucher: fc.bigInt({ min: 0n, max: 10n ** 13n }),
    voucherMerchantRatio: rate,
    feeRate: rate,
  })
  // A voucher is always below the amount (sales.md 1.1).
  .map(
    ({ amount, voucher, ...rates }): SoldLine => ({
      amount,
      voucherAmount: voucher % amount,
      ...rates,
    }),
  );
const sold = line.chain((of) =>
  fc.record({
    of: fc.constant(of),
    refund: fc.bigInt({ min: 0n, max: of.amount - of.voucherAmount }),
  }),
);

const base: SoldLine = {
  amount: 100_000n,
  voucherAmount: 20_000n,
  voucherMerchantRatio: 5000,
  feeRate: 500,
};

describe('the end of an order', () => {
  test('without refund: the merchant gets the amount less fee and its half of the voucher', () => {
    expect(settleLine(base, 0n)).toMatchObject({
      fee: 5000n,
      voucherKept: 20_000n,
      voucherByMerchant: 10_000n,
      voucherByPlatform: 10_000n,
      payable: 85_000n,
    });
  });

  test('with half of the cash back: fee, voucher and share halve', () => {
    expect(settleLine(base, 40_000n)).toMatchObject({
      refund: 40_000n,
      voucherKept: 10_000n,
      fee: 2500n,
      voucherByMerchant: 5000n,
      voucherByPlatform: 5000n,
      payable: 42_500n,
    });
  });

  test('with all of the cash back: nothing is earned, nobody bears the voucher', () => {
    expect(settleLine(base, 80_000n)).toMatchObject({
      fee: 0n,
      payable: 0n,
      voucherKept: 0n,
      voucherByMerchant: 0n,
      voucherByPlatform: 0n,
    });
  });

  test('a merchant never owes more for a voucher than it earns', () => {
    const dear = { ...base, voucherAmount: 99_900n, voucherMerchantRatio: 10_000 };
    expect(settleLine(dear, 0n)).toMatchObject({ payable: 0n, voucherByMerchant: 95_000n });
  });

  test('whatever the rates, every fen of the cash has a place and nobody gets less than nothing', () => {
    fc.assert(
      fc.property(sold, ({ of, refund }) => {
        const end = settleLine(of, refund);
        const cash = of.amount - of.voucherAmount;
        expect(end.refund + end.payable + end.fee - end.voucherByPlatform).toBe(cash);
        expect(end.voucherByMerchant + end.voucherByPlatform).toBe(end.voucherKept);
        for (const part of [end.payable, end.fee, end.voucherByMerchant, end.voucherByPlatform]) {
          expect(part >= 0n).toBe(true);
        }
        expect(end.voucherKept <= of.voucherAmount).toBe(true);
      }),
    );
  });

  test('a larger refund never leaves the merchant more', () => {
    fc.assert(
      fc.property(sold, ({ of, refund }) => {
        fc.pre(refund > 0n && of.voucherMerchantRatio + of.feeRate <= 10_000);
        const less = settleLine(of, refund - 1n).payable;
        expect(settleLine(of, refund).payable <= less + 2n).toBe(true);
      }),
    );
  });

  test.each([-1n, 80_001n])('refuses a refund of %d fen of 80000', (refund) => {
    expect(() => settleLine(base, refund)).toThrow(RangeError);
  });
});
