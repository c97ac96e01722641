import { and, asc, count, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { members, voucherCodes, voucherNames, voucherPieces, vouchers } from '@/db/schema';
import { type Actor, accountOf, system } from '@/lib/auth/actor';
import { spend } from '@/lib/auth/limit';
import { bindWorkflow } from '@/lib/engine/bind';
import { fireIn } from '@/lib/engine/fire';
import { fireMany } from '@/lib/engine/fire-many';
import { openIn, opening } from '@/lib/engine/open';
import { type Context, withActor } from '@/lib/engine/with-actor';
import { DomainError } from '@/lib/errors';
import { hashCode, readCode } from '@/lib/workflows/voucher/codes';
import * as effects from './effects';
import { type VoucherPieceFacts, type VoucherPieceRow, voucherPiece } from './machine';

/** The batch, kept from ending until the commit; many may hold it at a time. */
async function held(tx: Tx, voucherId: string) {
  const [batch] = await tx.select().from(vouchers).where(eq(vouchers.id, voucherId)).for('share');
  return batch;
}

/** What stands for or against this customer having a piece of a batch; one customer's tries wait for each other. */
async function claimFacts(tx: Tx, voucherId: string, buyerId: string): Promise<VoucherPieceFacts> {
  const turn = `voucher:${voucherId}:${buyerId}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 0))`);
  const batch = await held(tx, voucherId);
  if (!batch) return {};
  const [mine] = await tx
    .select({ count: count() })
    .from(voucherPieces)
    .where(and(eq(voucherPieces.buyerId, buyerId), eq(voucherPieces.voucherId, voucherId)));
  const [own] = await tx
    .select({ id: members.id })
    .from(members)
    .where(
      and(
        eq(members.merchantId, batch.merchantId),
        eq(members.accountId, buyerId),
        isNull(members.removedAt),
      ),
    );
  return { batch, mine: mine?.count ?? 0, ownMerchant: own !== undefined };
}

async function factsOf(
  tx: Tx,
  event: string,
  input: { voucherId?: string; code?: string; nameId?: string },
  buyerId: string,
): Promise<VoucherPieceFacts> {
  if (event === 'claim') return claimFacts(tx, input.voucherId ?? '', buyerId);
  if (event === 'activate') {
    const typed = readCode(input.code ?? '');
    const [code] = typed
      ? await tx
          .select()
          .from(voucherCodes)
          .where(eq(voucherCodes.hash, hashCode(typed)))
          .for('update')
      : [];
    if (!code) return { code: 'unknown' };
    const facts = await claimFacts(tx, code.voucherId, buyerId);
    return { ...facts, code: code.pieceId ? 'used' : 'fresh' };
  }
  const [name] = await tx
    .select()
    .from(voucherNames)
    .where(eq(voucherNames.id, input.nameId ?? ''))
    .for('update');
  return { given: !name || name.pieceId !== null, batch: name && (await held(tx, name.voucherId)) };
}

export const voucherPieceWorkflow = bindWorkflow(voucherPiece, {
  table: voucherPieces,
  stream: (row) => `voucherPiece:${row.id}`,
  tenant: (row) => ({ merchantId: row.merchantId, buyerId: row.buyerId }),
  title: (row) => row.name,
  facts: async ({ tx, row, input, event, actor }) =>
    row
      ? { batch: await held(tx, row.voucherId) }
      : factsOf(tx, event, input as Parameters<typeof factsOf>[2], accountOf(actor) ?? ''),
  effects,
});

/**
 * Claims a voucher that a product page offers. Of many at once exactly as many get one as the batch has.
 * @throws DomainError refused `voucherPiece.error.claim.*`
 */
export const claimVoucher = opening(voucherPieceWorkflow, 'claim');
const activate = opening(voucherPieceWorkflow, 'activate');

/**
 * Turns an activation code into a voucher, once. Tries are counted, so that nobody can search for codes.
 * @throws DomainError limited; refused `voucherPiece.error.activate.*`
 */
export async function activateCode(actor: Actor, input?: unknown): Promise<VoucherPieceRow> {
  if (actor.kind === 'buyer') {
    await spend({
      'limit.voucherCode': actor.accountId,
      'limit.voucherCodeAddress': actor.origin?.ip,
    });
  }
  return activate(actor, input);
}

/** Holds a piece for an order, before anything else of the order is locked. */
export const lockPiece = (context: Context, pieceId: string, orderId: string): Promise<unknown> =>
  fireIn(context, system(`order ${orderId}`), voucherPieceWorkflow, 'lock', pieceId, { orderId });

/** What becomes of the piece that an order holds or used. */
export const movePiece = (
  context: Context,
  pieceId: string,
  event: 'use' | 'release' | 'giveBack',
  orderId: string,
): Promise<unknown> =>
  fireIn(context, system(`order ${orderId}`), voucherPieceWorkflow, event, pieceId);

/** Pieces given in one round of a job, each in a transaction of its own. */
const ROUND = 200;
/** Pieces ended in one transaction. */
const END_ROUND = 1000;
/** What others did meanwhile needs no second time. */
const meanwhile = (error: unknown) =>
  error instanceof DomainError && ['wrongState', 'refused', 'notFound'].includes(error.code);

/**
 * Ends unused pieces of a batch that was voided or has become invalid, one round of them.
 * @returns whether the round was full, so that there may be more
 */
export function endPieces(voucherId: string, round = END_ROUND): Promise<boolean> {
  const actor = system(`batch ${voucherId}`);
  return withActor(actor, async (context) => {
    const { tx } = context;
    const rows = await tx
      .select({ id: voucherPieces.id })
      .from(voucherPieces)
      .where(and(eq(voucherPieces.voucherId, voucherId), eq(voucherPieces.state, 'claimed')))
      .orderBy(asc(voucherPieces.id))
      .limit(round);
    const ids = rows.map(({ id }) => id);
    const ended = await fireMany(
      context,
      actor,
      voucherPieceWorkflow,
      'endWithBatch',
      ids,
      async () => ({
        batch: await held(tx, voucherId),
      }),
    );
    return ended > 0 && ids.length === round;
  });
}

/** Gives each customer of a batch's lists the piece that waits for it. @returns how many */
export async function giveToNamed(voucherId: string): Promise<number> {
  const actor = system(`list of ${voucherId}`);
  let given = 0;
  for (let after = ''; ; ) {
    const rows = await withActor(actor, ({ tx }) =>
      tx
        .select({ id: voucherNames.id })
        .from(voucherNames)
        .where(
          and(
            eq(voucherNames.voucherId, voucherId),
            isNull(voucherNames.pieceId),
            sql`${voucherNames.id} > ${after}`,
          ),
        )
        .orderBy(asc(voucherNames.id))
        .limit(ROUND),
    );
    for (const { id } of rows) {
      try {
        await withActor(actor, (context) =>
          openIn(context, actor, voucherPieceWorkflow, 'give', { nameId: id }),
        );
        given += 1;
      } catch (error) {
        if (!meanwhile(error)) throw error;
      }
    }
    const last = rows.at(-1);
    if (!last || rows.length < ROUND) return given;
    after = last.id;
  }
}
