import { and, desc, eq, ilike, inArray, lt, or, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { orders, specs, voucherPieces, vouchers } from '@/db/schema';
import { PIECE_SOURCES, PIECE_STATES } from '@/db/schema/voucher';
import { type Actor, system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { cappedCount } from '@/lib/list/count';
import { contains, textFilter } from '@/lib/list/filters';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import { ownRows } from '@/lib/list/own-rows';
import type { Fen } from '@/lib/money/ledger';
import type { VoucherRow } from '@/lib/workflows/voucher/machine';
import type { VoucherPieceRow } from './machine';

/** What a customer looks for: still usable, held by an order, used, or ended in any way. */
export const PIECE_SHOWS = ['usable', 'locked', 'used', 'ended'] as const;
const STATES_OF: Record<(typeof PIECE_SHOWS)[number], VoucherPieceRow['state'][]> = {
  usable: ['claimed'],
  locked: ['locked'],
  used: ['used'],
  ended: ['expired', 'voided', 'invalid'],
};

/** Filters of the lists and their exports; what does not fit is left out. */
export const pieceFilters = z.object({
  q: textFilter,
  show: z.enum(PIECE_SHOWS).optional().catch(undefined),
  state: z.enum(PIECE_STATES).optional().catch(undefined),
  source: z.enum(PIECE_SOURCES).optional().catch(undefined),
  /** The batch, on its merchant's page. */
  voucher: textFilter,
});
export type PieceFilters = z.infer<typeof pieceFilters>;

const own = (actor: Actor) =>
  ownRows(actor, 'voucherPiece.read', {
    merchant: voucherPieces.merchantId,
    buyer: voucherPieces.buyerId,
    product: voucherPieces.productId,
  });

function conditions(actor: Actor, filters: PieceFilters): SQL | undefined {
  const { q } = filters;
  return and(
    own(actor),
    filters.voucher ? eq(voucherPieces.voucherId, filters.voucher) : undefined,
    filters.show ? inArray(voucherPieces.state, STATES_OF[filters.show]) : undefined,
    filters.state ? eq(voucherPieces.state, filters.state) : undefined,
    filters.source ? eq(voucherPieces.source, filters.source) : undefined,
    q
      ? or(
          eq(voucherPieces.id, q),
          ilike(voucherPieces.name, contains(q)),
          actor.kind === 'buyer' ? undefined : ilike(voucherPieces.accountName, contains(q)),
        )
      : undefined,
  );
}

export interface PieceListItem {
  piece: VoucherPieceRow;
  batch: VoucherRow;
  order: { id: string; number: string; amount: Fen } | null;
}

/** Pieces as the actor may see them, newest first, each with its terms and its order. */
export async function listPieces(
  actor: Actor,
  filters: PieceFilters,
  after?: string,
  size = PAGE_SIZE,
): Promise<Page<PieceListItem>> {
  const page = await withActor(actor, async ({ tx }) => {
    const rows = await tx
      .select({
        piece: voucherPieces,
        order: { id: orders.id, number: orders.number, amount: orders.amount },
      })
      .from(voucherPieces)
      .leftJoin(orders, eq(orders.id, voucherPieces.orderId))
      .where(and(conditions(actor, filters), after ? lt(voucherPieces.id, after) : undefined))
      .orderBy(desc(voucherPieces.id))
      .limit(size + 1);
    return pageOf(rows, ({ piece }) => piece.id, size);
  });
  const batches = await batchesOf(page.rows.map(({ piece }) => piece.voucherId));
  return {
    ...page,
    rows: page.rows.flatMap((row) => {
      const batch = batches.get(row.piece.voucherId);
      return batch ? [{ ...row, batch }] : [];
    }),
  };
}

/** Terms of batches whose pieces the reader may see: customers do not see batches themselves. */
async function batchesOf(ids: readonly string[]): Promise<Map<string, VoucherRow>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await withActor(system('terms of vouchers'), ({ tx }) =>
    tx.select().from(vouchers).where(inArray(vouchers.id, wanted)),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** How many pieces match, up to the cap. */
export function countPieces(actor: Actor, filters: PieceFilters): Promise<number> {
  return withActor(actor, ({ tx }) => cappedCount(tx, voucherPieces, conditions(actor, filters)));
}

export interface PieceDetail extends PieceListItem {
  specNames: string[];
  now: Date;
}

/** One piece with its terms; nothing for strangers. */
export async function getPiece(actor: Actor, id: string): Promise<PieceDetail | undefined> {
  const found = await withActor(actor, async ({ tx, now }) => {
    const [row] = await tx
      .select({
        piece: voucherPieces,
        order: { id: orders.id, number: orders.number, amount: orders.amount },
      })
      .from(voucherPieces)
      .leftJoin(orders, eq(orders.id, voucherPieces.orderId))
      .where(and(eq(voucherPieces.id, id), own(actor)));
    return row && { ...row, now };
  });
  if (!found) return undefined;
  const batch = (await batchesOf([found.piece.voucherId])).get(found.piece.voucherId);
  if (!batch) return undefined;
  const names = batch.specIds.length
    ? await withActor(system('terms of vouchers'), ({ tx }) =>
        tx.select({ name: specs.name }).from(specs).where(inArray(specs.id, batch.specIds)),
      )
    : [];
  return { ...found, batch, specNames: names.map(({ name }) => name) };
}
