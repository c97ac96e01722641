import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { accounts, voucherCodes, voucherNames } from '@/db/schema';
import type { PIECE_SOURCES } from '@/db/schema/voucher';
import { accountOf } from '@/lib/auth/actor';
import type { Effect, EffectContext } from '@/lib/engine/bind';
import { refused } from '@/lib/errors';
import { hashCode, readCode } from '@/lib/workflows/voucher/codes';
import { takeOne } from '@/lib/workflows/voucher/stock';
import type { VoucherPieceFacts, VoucherPieceRow } from './machine';
import type { voucherPieceInputs } from './schema';

type Inputs = {
  [E in keyof typeof voucherPieceInputs]: z.infer<(typeof voucherPieceInputs)[E]>;
};
type PieceEffect<Input = Record<string, never>> = Effect<VoucherPieceRow, Input, VoucherPieceFacts>;
type Context = EffectContext<VoucherPieceRow, unknown, VoucherPieceFacts>;

/** The columns of a new piece. */
async function columnsOf(
  { tx, now, facts: { batch }, setting, tell }: Context,
  buyerId: string,
  source: (typeof PIECE_SOURCES)[number],
) {
  if (!batch) throw refused('voucherPiece.error.claim.notOffered');
  const [account] = await tx.select().from(accounts).where(eq(accounts.id, buyerId));
  const remindAt = new Date(
    batch.endsAt.getTime() - (await setting('voucher.remindDays')) * 86_400_000,
  );
  tell({ name: batch.name, product: batch.productName, amount: batch.amount });
  return {
    voucherId: batch.id,
    merchantId: batch.merchantId,
    productId: batch.productId,
    buyerId,
    accountName: account?.name ?? '',
    name: batch.name,
    amount: batch.amount,
    endsAt: batch.endsAt,
    remindAt: remindAt > now ? remindAt : null,
    source,
  };
}

/** Claims on the product page, as long as there is something left. */
export const claim: PieceEffect<Inputs['claim']> = async (context) => {
  const columns = await columnsOf(context, accountOf(context.actor) ?? '', 'claim');
  if (!(await takeOne(context.tx, context.input.voucherId))) {
    throw refused('voucherPiece.error.claim.allGiven');
  }
  return columns;
};

/** A code was counted when it was made; it gives one piece, once. */
export const activate: PieceEffect<Inputs['activate']> = async (context) => {
  const { tx, now, row, input, actor } = context;
  const columns = await columnsOf(context, accountOf(actor) ?? '', 'code');
  const code = readCode(input.code);
  await tx
    .update(voucherCodes)
    .set({ pieceId: row.id, usedAt: now })
    .where(eq(voucherCodes.hash, hashCode(code ?? '')));
  return columns;
};

/** A customer of a list gets the piece that was set aside. */
export const give: PieceEffect<Inputs['give']> = async (context) => {
  const { tx, row, input } = context;
  const [name] = await tx
    .update(voucherNames)
    .set({ pieceId: row.id })
    .where(eq(voucherNames.id, input.nameId))
    .returning();
  if (!name) throw refused('voucherPiece.error.give.given');
  return columnsOf(context, name.buyerId, 'named');
};

export const lock: PieceEffect<Inputs['lock']> = async ({ input }) => ({
  orderId: input.orderId,
});
export const use: PieceEffect = async ({ now }) => ({ usedAt: now, returnedAt: null });
export const release: PieceEffect = async ({ row, record }) => {
  record({ data: { orderId: row.orderId } });
  return { orderId: null };
};
export const giveBack: PieceEffect = async ({ now, row, record }) => {
  record({ data: { orderId: row.orderId } });
  return { usedAt: null, orderId: null, returnedAt: now };
};
export const remind: PieceEffect = async () => ({ remindAt: null });
