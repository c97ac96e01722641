import { eq } from 'drizzle-orm';
import { voucherPieces, vouchers } from '@/db/schema';
import { accountAudience, merchantAudience } from '../audience';
import type { Notices } from '../define';
import { operatorReceivers } from '../receivers';

/** The merchant hears how a batch was decided and how it ended; operators of one that waits for them. */
export const voucherNotices: Notices = {
  merchant: async ({ tx, row }) => {
    const [batch] = await tx.select().from(vouchers).where(eq(vouchers.id, row.subjectId));
    // A draft that is thrown away or whose product went concerns nobody else.
    if (!batch || (row.event !== 'reject' && !batch.issuedAt)) return null;
    const type = 'voucher.ended';
    return {
      receivers: await merchantAudience(
        tx,
        batch.merchantId,
        type,
        ['site', 'mail'],
        batch.productId,
      ),
      type,
      params: {
        name: batch.name,
        product: batch.productName,
        amount: batch.amount,
        quantity: batch.quantity,
        reason: batch.reason ?? '',
        cause: batch.reason ?? '',
      },
      href: `/merchant/vouchers/${batch.id}`,
    };
  },
  reviewers: async ({ tx, row }) => {
    const [batch] = await tx.select().from(vouchers).where(eq(vouchers.id, row.subjectId));
    if (batch?.state !== 'pendingReview') return null;
    return {
      receivers: await operatorReceivers(tx, 'voucher.decide', ['site']),
      type: 'review.waiting',
      params: {
        name: batch.name,
        merchant: batch.merchantName,
        product: batch.productName,
        amount: batch.amount,
        quantity: batch.quantity,
      },
      href: `/ops/vouchers/${batch.id}`,
    };
  },
};

/** The customer hears of a voucher that came without being asked for, comes back, ends soon or has ended. */
export const voucherPieceNotices: Notices = {
  buyer: async ({ tx, row }) => {
    const [found] = await tx
      .select({ piece: voucherPieces, batch: vouchers })
      .from(voucherPieces)
      .innerJoin(vouchers, eq(vouchers.id, voucherPieces.voucherId))
      .where(eq(voucherPieces.id, row.subjectId));
    if (!found) return null;
    const { piece, batch } = found;
    return {
      receivers: await accountAudience(tx, piece.buyerId, ['site', 'mail']),
      type: 'voucher.piece',
      params: {
        name: batch.name,
        product: batch.productName,
        merchant: batch.merchantName,
        amount: batch.amount,
        threshold: batch.threshold,
        endsAt: batch.endsAt,
        usable: piece.state === 'claimed' ? 'yes' : 'no',
        state: piece.state,
      },
      href: `/buyer/vouchers/${piece.id}`,
    };
  },
};
