import type { Exclusion } from '@/db/schema/voucher';
import type { Fen } from '@/lib/money/ledger';
import type { VoucherRow } from '@/lib/workflows/voucher/machine';
import type { VoucherPieceRow } from './machine';

/** What a batch says of the orders that its vouchers are for. */
export type Terms = Pick<
  VoucherRow,
  | 'state'
  | 'class'
  | 'productId'
  | 'specIds'
  | 'threshold'
  | 'startsAt'
  | 'endsAt'
  | 'billing'
  | 'orderType'
  | 'exclusions'
>;

/** What is being bought. */
export interface Purchase {
  class: VoucherRow['class'];
  productId: string;
  specId: string;
  billing: VoucherRow['billing'];
  orderType: 'new' | 'renewal';
  /** Before any voucher, fen. */
  amount: Fen;
  /** Discounts that the order has already. */
  discounts: readonly Exclusion[];
}

/** Why a voucher cannot pay for an order; the words are `voucherPiece.why.<reason>`. */
export const WHY_NOT = [
  'used',
  'locked',
  'voided',
  'invalid',
  'expired',
  'notStarted',
  'otherProduct',
  'otherClass',
  'wrongSpec',
  'otherBilling',
  'otherOrderType',
  'belowThreshold',
  'notCombinable',
] as const;
export type WhyNot = (typeof WHY_NOT)[number];

/** The rule that stands against paying for an order with a piece, or nothing (sales.md 1.1, money.md 9). */
export function whyNot(
  piece: Pick<VoucherPieceRow, 'state'>,
  terms: Terms,
  purchase: Purchase,
  now: Date,
): WhyNot | undefined {
  if (piece.state !== 'claimed') return piece.state;
  if (terms.state === 'voided' || terms.state === 'invalid') return terms.state;
  if (now >= terms.endsAt || terms.state !== 'active') return 'expired';
  if (now < terms.startsAt) return 'notStarted';
  if (terms.productId !== purchase.productId) return 'otherProduct';
  if (terms.class !== purchase.class) return 'otherClass';
  if (terms.specIds.length > 0 && !terms.specIds.includes(purchase.specId)) return 'wrongSpec';
  if (terms.billing !== purchase.billing) return 'otherBilling';
  if (terms.orderType !== 'both' && terms.orderType !== purchase.orderType) return 'otherOrderType';
  if (purchase.amount < terms.threshold) return 'belowThreshold';
  if (terms.exclusions.some((one) => purchase.discounts.includes(one))) return 'notCombinable';
  return undefined;
}
