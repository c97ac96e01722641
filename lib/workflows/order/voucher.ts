import type { AppliedRule } from '@/db/schema/order';
import type { Context } from '@/lib/engine/with-actor';
import type { Fen } from '@/lib/money/ledger';
import type { SettingReader } from '@/lib/settings/read';
import { settingSource } from '@/lib/settings/source';
import { voucherClassOf } from '@/lib/workflows/voucher/check';
import { holdForOrder } from '@/lib/workflows/voucher-piece/hold';
import type { Purchase } from '@/lib/workflows/voucher-piece/qualify';
import type { Offer } from './offer';

const WHOLE = 10_000n;

/** What of an offer a voucher looks at; orders of this kind are new and carry no other discount. */
export const purchaseOf = ({ product, spec, sku, amount }: Offer): Purchase => ({
  class: voucherClassOf(product),
  productId: product.id,
  specId: spec.id,
  billing: sku.billing,
  orderType: 'new',
  amount,
  discounts: [],
});

/**
 * The merchant's part of a voucher's cost in basis points (money.md 7.1, 9): all of it for joint products, else the
 * share of the settings. The platform never takes over more than the fee that the line earns it, or a merchant and a
 * friend could buy the platform's money with a voucher [inferred].
 */
export function merchantRatio(
  share: number,
  line: { class: Purchase['class']; amount: Fen; feeRate: number; voucherAmount: Fen },
): number {
  if (line.class === 'joint' || line.voucherAmount === 0n) return Number(WHOLE);
  const fee = (line.amount * BigInt(line.feeRate)) / WHOLE;
  // What the platform may bear, down to whole basis points.
  const bearable = (fee * WHOLE) / line.voucherAmount;
  const least = bearable >= WHOLE ? 0 : Number(WHOLE - bearable);
  return Math.max(share, least);
}

/** What an order freezes of its voucher. */
export interface HeldVoucher {
  columns: { voucherPieceId: string | null; voucherAmount: Fen };
  merchantRatio: number;
  rules: AppliedRule[];
}

const NONE: HeldVoucher = {
  columns: { voucherPieceId: null, voucherAmount: 0n },
  merchantRatio: 0,
  rules: [],
};

/**
 * Holds the voucher that the buyer chose, if any, and answers what the order freezes of it.
 * @throws DomainError refused `voucherPiece.why.<reason>`
 */
export async function holdVoucher(
  context: Context & { setting: SettingReader },
  wanted: { pieceId: string | undefined; buyerId: string; orderId: string },
  offer: Offer,
): Promise<HeldVoucher> {
  const { pieceId, ...by } = wanted;
  if (!pieceId) return NONE;
  const purchase = purchaseOf(offer);
  const held = await holdForOrder(context, { pieceId, ...by }, purchase);
  const ratio = merchantRatio(await context.setting('voucher.merchantRatio'), {
    class: held.class,
    amount: offer.amount,
    feeRate: offer.product.feeRate,
    voucherAmount: held.amount,
  });
  const { effectiveFrom, ...source } = await settingSource(
    context.tx,
    'voucher.merchantRatio',
    context.now,
  );
  return {
    columns: { voucherPieceId: held.pieceId, voucherAmount: held.amount },
    merchantRatio: ratio,
    rules: [{ ...source, value: ratio, effectiveFrom: effectiveFrom?.toISOString() ?? null }],
  };
}
