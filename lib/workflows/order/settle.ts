import type { Fen } from '@/lib/money/ledger';
import { splitFee } from './fee';

const WHOLE = 10_000n;

/** What an order line was sold for; everything frozen when it was ordered. */
export interface SoldLine {
  amount: Fen;
  voucherAmount: Fen;
  /** The merchant's part of the voucher's cost, basis points. */
  voucherMerchantRatio: number;
  /** The platform's fee, basis points. */
  feeRate: number;
}

export interface Settlement {
  /** Fen back to the buyer. */
  refund: Fen;
  /** The voucher's part that the kept cash still earns. */
  voucherKept: Fen;
  /** The platform's fee on what was sold after all: kept cash and kept voucher. */
  fee: Fen;
  voucherByMerchant: Fen;
  voucherByPlatform: Fen;
  /** Net to the merchant. */
  payable: Fen;
  /** The calculation in words of numbers, for the evidence. */
  formula: string;
}

/**
 * Splits a line at the end of its order between buyer, merchant and platform (money.md 7.1, 8; how a partial refund
 * divides fee and voucher is our reading). Of the cash, `refund` goes back and the rest is kept; the voucher counts in
 * the same proportion, down to whole fen. Fee = (kept cash + kept voucher) × rate, half up. The voucher's cost falls on
 * the merchant by its ratio, half up, but never on more than it earns; the rest falls on the platform. So
 * refund + payable + fee − voucherByPlatform = cash, whatever the rates.
 * @param refund fen, 0 … cash paid
 * @throws RangeError for a refund outside that
 */
export function settleLine(line: SoldLine, refund: Fen): Settlement {
  const { amount, voucherAmount, voucherMerchantRatio, feeRate } = line;
  const cash = amount - voucherAmount;
  if (refund < 0n || refund > cash) throw new RangeError(`no refund of ${refund} of ${cash} fen`);
  const kept = cash - refund;
  const voucherKept = cash === 0n ? 0n : (voucherAmount * kept) / cash;
  const { fee, payable: share, formula } = splitFee(kept + voucherKept, feeRate);
  const wanted = (voucherKept * BigInt(voucherMerchantRatio) + WHOLE / 2n) / WHOLE;
  const voucherByMerchant = wanted < share ? wanted : share;
  const parts =
    voucherAmount === 0n
      ? []
      : [
          `voucher ${voucherAmount} × ${kept} / ${cash} = ${voucherKept}`,
          `merchant bears ${voucherByMerchant} (${voucherMerchantRatio} / 10000), platform ${voucherKept - voucherByMerchant}`,
        ];
  return {
    refund,
    voucherKept,
    fee,
    voucherByMerchant,
    voucherByPlatform: voucherKept - voucherByMerchant,
    payable: share - voucherByMerchant,
    formula: [...(refund ? [`${cash} − ${refund} = ${kept} kept`] : []), formula, ...parts].join(
      '; ',
    ),
  };
}
