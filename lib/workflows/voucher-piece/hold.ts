import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { voucherPieces, vouchers } from '@/db/schema';
import type { Context } from '@/lib/engine/with-actor';
import { refused } from '@/lib/errors';
import type { Fen } from '@/lib/money/ledger';
import type { VoucherRow } from '@/lib/workflows/voucher/machine';
import { lockPiece } from './commands';
import type { VoucherPieceRow } from './machine';
import { type Purchase, type WhyNot, whyNot } from './qualify';

/** A voucher beside an order that may or may not be paid with it. */
export interface Choice {
  piece: VoucherPieceRow;
  batch: VoucherRow;
  complaint: WhyNot | undefined;
}

/** Vouchers that checkout looks at. */
const LOOKED_AT = 50;

/**
 * The customer's vouchers for a product, each with what stands against it; those that qualify first, the largest of
 * them at the top. Needs the fence open, since customers do not see batches.
 */
export async function choicesFor(
  tx: Tx,
  buyerId: string,
  purchase: Purchase,
  now: Date,
): Promise<Choice[]> {
  const rows = await tx
    .select({ piece: voucherPieces, batch: vouchers })
    .from(voucherPieces)
    .innerJoin(vouchers, eq(vouchers.id, voucherPieces.voucherId))
    .where(
      and(
        eq(voucherPieces.buyerId, buyerId),
        eq(voucherPieces.productId, purchase.productId),
        inArray(voucherPieces.state, ['claimed', 'locked', 'expired', 'voided', 'invalid']),
      ),
    )
    // Old ones that ended must not push out what can still be used.
    .orderBy(desc(sql`${voucherPieces.state} = 'claimed'`), desc(voucherPieces.id))
    .limit(LOOKED_AT);
  const choices = rows.map((row) => ({
    ...row,
    complaint: whyNot(row.piece, row.batch, purchase, now),
  }));
  const rank = ({ complaint }: Choice) => (complaint ? 1 : 0);
  return choices.sort((a, b) => rank(a) - rank(b) || Number(b.piece.amount - a.piece.amount));
}

/**
 * Holds the customer's voucher for an order that is being placed. Checked under the piece's lock: of two orders with
 * the same piece at once one gets it.
 * @throws DomainError refused `voucherPiece.why.<reason>`
 */
export async function holdForOrder(
  context: Context,
  { pieceId, buyerId, orderId }: { pieceId: string; buyerId: string; orderId: string },
  purchase: Purchase,
): Promise<{ pieceId: string; amount: Fen; class: VoucherRow['class'] }> {
  const { tx, now } = context;
  const [piece] = await tx
    .select()
    .from(voucherPieces)
    .where(and(eq(voucherPieces.id, pieceId), eq(voucherPieces.buyerId, buyerId)))
    .for('update');
  const [batch] = piece
    ? await tx.select().from(vouchers).where(eq(vouchers.id, piece.voucherId)).for('share')
    : [];
  if (!piece || !batch) throw refused('voucherPiece.why.unknown');
  const complaint = whyNot(piece, batch, purchase, now);
  if (complaint) throw refused(`voucherPiece.why.${complaint}`);
  await lockPiece(context, piece.id, orderId);
  return { pieceId: piece.id, amount: piece.amount, class: batch.class };
}

/** Locks the piece of an order before anything that lies above it. */
export async function touchPiece(tx: Tx, pieceId: string): Promise<void> {
  await tx
    .select({ id: voucherPieces.id })
    .from(voucherPieces)
    .where(eq(voucherPieces.id, pieceId))
    .for('update');
}
