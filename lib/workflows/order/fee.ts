import type { Fen } from '@/lib/money/ledger';

const WHOLE = 10_000n;

export interface FeeSplit {
  /** Fen to the platform. */
  fee: Fen;
  /** Fen to the merchant. */
  payable: Fen;
  /** The calculation in words of numbers, for the evidence. */
  formula: string;
}

/**
 * Splits an amount between platform and merchant (money.md 7.1): amount × rate, rounded half up to whole fen; the
 * platform's share is the rounded one and the merchant gets the rest, so that the two always make the whole.
 * @param rate basis points, 0 … 10000
 */
export function splitFee(amount: Fen, rate: number): FeeSplit {
  if (amount < 0n || !Number.isInteger(rate) || rate < 0 || rate > 10_000) {
    throw new RangeError(`no fee of ${rate} basis points on ${amount} fen`);
  }
  const fee = (amount * BigInt(rate) + WHOLE / 2n) / WHOLE;
  return {
    fee,
    payable: amount - fee,
    formula: `round_half_up(${amount} × ${rate} / 10000) = ${fee}; ${amount} − ${fee} = ${amount - fee}`,
  };
}

/** The tax contained in a tax-included amount, rounded half up to whole fen; shown, never moved. */
export function containedTax(amount: Fen, rate: number): Fen {
  const base = WHOLE + BigInt(rate);
  return (amount * BigInt(rate) * 2n + base) / (base * 2n);
}
