import type { Fen } from '@/lib/money/ledger';

/** Fen that the buyer paid, or is to pay, from the balance: the amount without the voucher (money.md 9). */
export const paidOf = ({ amount, voucherAmount }: { amount: Fen; voucherAmount: Fen }): Fen =>
  amount - voucherAmount;
