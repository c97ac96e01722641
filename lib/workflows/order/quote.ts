import { and, eq, isNull } from 'drizzle-orm';
import { accounts, members } from '@/db/schema';
import { type Actor, accountOf, system } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import { getBalance } from '@/lib/money/balance';
import type { Fen } from '@/lib/money/ledger';
import { settingReader } from '@/lib/settings/read';
import { dueAfter } from '@/lib/time/due';
import { checkSellable } from '@/lib/workflows/product/sellable';
import { type Choice, choicesFor } from '@/lib/workflows/voucher-piece/hold';
import { type Offer, readOffer, type Wanted } from './offer';
import { purchaseOf } from './voucher';

export interface Quote extends Offer {
  /** Pay-by time if the order were placed now. */
  payBy: Date;
  /** Catalog key of what stands against this account buying this, or nothing. */
  complaint: string | undefined;
  /** What the buyer can spend now. */
  balance: Fen;
  /** The buyer's vouchers for this product; those that qualify first, the others with why not. */
  vouchers: Choice[];
  /** The one that was chosen and qualifies. */
  voucher: Choice | undefined;
  /** Fen to pay: the amount without the voucher. */
  toPay: Fen;
}

/**
 * What the checkout shows: price, agreement and whatever stands in the way, for this account and now. Nothing is
 * reserved. @returns nothing for what was never offered, and for quantities that are not sold
 */
export async function getQuote(
  actor: Actor,
  wanted: Wanted,
  voucherPieceId?: string,
): Promise<Quote | undefined> {
  const buyerId = accountOf(actor);
  if (!buyerId || !can(actor, 'order.place')) return undefined;
  const balance = await getBalance(actor);
  // Rules of the merchant and the buyer's purchases lie on both sides of the fence.
  return withActor(system('quote'), async ({ tx, now }) => {
    const setting = settingReader(tx, now);
    const offer = await readOffer(tx, wanted, now, setting);
    if (!offer) return undefined;
    const [account] = await tx.select().from(accounts).where(eq(accounts.id, buyerId));
    const [own] = await tx
      .select({ id: members.id })
      .from(members)
      .where(
        and(
          eq(members.merchantId, offer.product.merchantId),
          eq(members.accountId, buyerId),
          isNull(members.removedAt),
        ),
      );
    const standing = await checkSellable(tx, { buyerId, ...wanted, now });
    const complaint = own
      ? 'order.error.open.ownMerchant'
      : standing
        ? `product.error.buy.${standing}`
        : !account?.realNameAt
          ? 'order.error.open.realNameMissing'
          : offer.agreement
            ? undefined
            : 'order.error.open.agreementMissing';
    const payBy = await dueAfter(tx, setting, 'order.payWithinDays', now);
    const vouchers = await choicesFor(tx, buyerId, purchaseOf(offer), now);
    const voucher = vouchers.find(
      ({ piece, complaint: against }) => piece.id === voucherPieceId && !against,
    );
    const toPay = offer.amount - (voucher?.piece.amount ?? 0n);
    return { ...offer, payBy, complaint, balance, vouchers, voucher, toPay };
  });
}
