import { and, asc, count, desc, eq, gte, ilike, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { specs, voucherCodeSets, voucherCodes, voucherPieces, vouchers } from '@/db/schema';
import { BILLINGS } from '@/db/schema/product';
import { DISTRIBUTIONS, VOUCHER_CLASSES, VOUCHER_STATES } from '@/db/schema/voucher';
import type { Actor } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { cappedCount } from '@/lib/list/count';
import { contains, dayFilter, dayRange, textFilter } from '@/lib/list/filters';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import { ownRows } from '@/lib/list/own-rows';
import type { Fen } from '@/lib/money/ledger';
import type { VoucherRow } from './machine';
import { leftOf } from './stock';

/** Filters of the lists and their exports; what does not fit is left out. */
export const voucherFilters = z.object({
  q: textFilter,
  state: z.enum(VOUCHER_STATES).optional().catch(undefined),
  class: z.enum(VOUCHER_CLASSES).optional().catch(undefined),
  billing: z.enum(BILLINGS).optional().catch(undefined),
  distribution: z.enum(DISTRIBUTIONS).optional().catch(undefined),
  from: dayFilter,
  to: dayFilter,
});
export type VoucherFilters = z.infer<typeof voucherFilters>;

const own = (actor: Actor) =>
  ownRows(actor, 'voucher.read', { merchant: vouchers.merchantId, product: vouchers.productId });

function conditions(actor: Actor, filters: VoucherFilters): SQL | undefined {
  const { from, to } = dayRange(filters);
  const { q } = filters;
  return and(
    own(actor),
    filters.state ? eq(vouchers.state, filters.state) : undefined,
    filters.class ? eq(vouchers.class, filters.class) : undefined,
    filters.billing ? eq(vouchers.billing, filters.billing) : undefined,
    filters.distribution ? eq(vouchers.distribution, filters.distribution) : undefined,
    q
      ? or(
          eq(vouchers.id, q),
          ilike(vouchers.name, contains(q)),
          ilike(vouchers.productName, contains(q)),
          actor.kind === 'member' ? undefined : ilike(vouchers.merchantName, contains(q)),
        )
      : undefined,
    from ? gte(vouchers.createdAt, from) : undefined,
    to ? lt(vouchers.createdAt, to) : undefined,
  );
}

export interface VoucherListItem extends VoucherRow {
  given: number;
  used: number;
}

/** Batches as the actor may see them, newest first. */
export function listVouchers(
  actor: Actor,
  filters: VoucherFilters,
  after?: string,
  size = PAGE_SIZE,
): Promise<Page<VoucherListItem>> {
  return withActor(actor, async ({ tx }) => {
    const rows = await tx
      .select()
      .from(vouchers)
      .where(and(conditions(actor, filters), after ? lt(vouchers.id, after) : undefined))
      .orderBy(desc(vouchers.id))
      .limit(size + 1);
    const page = pageOf(rows, (row) => row.id, size);
    const ids = page.rows.map(({ id }) => id);
    const counts = ids.length ? await countsOf(tx, ids) : [];
    const sum = (id: string, only?: string) =>
      counts
        .filter((row) => row.voucherId === id && (!only || row.state === only))
        .reduce((total, row) => total + row.count, 0);
    return {
      ...page,
      rows: page.rows.map((row) => ({ ...row, given: sum(row.id), used: sum(row.id, 'used') })),
    };
  });
}

const countsOf = (tx: Tx, ids: readonly string[]) =>
  tx
    .select({ voucherId: voucherPieces.voucherId, state: voucherPieces.state, count: count() })
    .from(voucherPieces)
    .where(inArray(voucherPieces.voucherId, [...ids]))
    .groupBy(voucherPieces.voucherId, voucherPieces.state);

/** How many batches match, up to the cap. */
export function countVouchers(actor: Actor, filters: VoucherFilters): Promise<number> {
  return withActor(actor, ({ tx }) => cappedCount(tx, vouchers, conditions(actor, filters)));
}

/** What became of a batch. Counts of pieces; amounts in fen. */
export interface VoucherFigures {
  issued: number;
  /** Given to customers so far, whatever became of it. */
  given: number;
  left: number;
  unused: number;
  locked: number;
  used: number;
  returned: number;
  expired: number;
  ended: number;
  /** Activation codes that nobody has entered yet. */
  codesOpen: number;
  amountUsed: Fen;
  orders: number;
}

async function figuresOf(tx: Tx, batch: VoucherRow): Promise<VoucherFigures> {
  const states = await countsOf(tx, [batch.id]);
  const of = (...wanted: string[]) =>
    states.filter(({ state }) => wanted.includes(state)).reduce((sum, row) => sum + row.count, 0);
  const [more] = await tx
    .select({
      returned: sql<number>`count(*) filter (where ${voucherPieces.returnedAt} is not null)::int`,
      amountUsed: sql<string>`coalesce(sum(${voucherPieces.amount}) filter (where ${voucherPieces.state} = 'used'), 0)`,
      orders: sql<number>`count(distinct ${voucherPieces.orderId}) filter (where ${voucherPieces.state} = 'used')::int`,
    })
    .from(voucherPieces)
    .where(eq(voucherPieces.voucherId, batch.id));
  const [codes] = await tx
    .select({ open: count() })
    .from(voucherCodes)
    .innerJoin(voucherCodeSets, eq(voucherCodeSets.id, voucherCodes.setId))
    .where(and(eq(voucherCodeSets.voucherId, batch.id), sql`${voucherCodes.pieceId} is null`));
  return {
    issued: batch.issuedAt ? batch.quantity : 0,
    given: states.reduce((sum, row) => sum + row.count, 0),
    left: await leftOf(tx, batch.id),
    unused: of('claimed'),
    locked: of('locked'),
    used: of('used'),
    returned: more?.returned ?? 0,
    expired: of('expired'),
    ended: of('voided', 'invalid'),
    codesOpen: codes?.open ?? 0,
    amountUsed: BigInt(more?.amountUsed ?? 0),
    orders: more?.orders ?? 0,
  };
}

export interface VoucherDetail {
  voucher: VoucherRow;
  /** Names of the specifications that qualify; none for all. */
  specNames: string[];
  figures: VoucherFigures;
  codeSets: Omit<typeof voucherCodeSets.$inferSelect, 'sealed'>[];
  now: Date;
}

/** One batch with its figures; nothing for strangers and out of product scope. */
export function getVoucher(actor: Actor, id: string): Promise<VoucherDetail | undefined> {
  return withActor(actor, async ({ tx, now }) => {
    const [voucher] = await tx
      .select()
      .from(vouchers)
      .where(and(eq(vouchers.id, id), own(actor)));
    if (!voucher) return undefined;
    const names = voucher.specIds.length
      ? await tx
          .select({ name: specs.name })
          .from(specs)
          .where(inArray(specs.id, voucher.specIds))
          .orderBy(asc(specs.position))
      : [];
    const sets = await tx
      .select({
        id: voucherCodeSets.id,
        voucherId: voucherCodeSets.voucherId,
        merchantId: voucherCodeSets.merchantId,
        count: voucherCodeSets.count,
        downloadedAt: voucherCodeSets.downloadedAt,
        createdAt: voucherCodeSets.createdAt,
      })
      .from(voucherCodeSets)
      .where(eq(voucherCodeSets.voucherId, id))
      .orderBy(desc(voucherCodeSets.id))
      .limit(PAGE_SIZE);
    return {
      voucher,
      specNames: names.map(({ name }) => name),
      figures: await figuresOf(tx, voucher),
      codeSets: sets,
      now,
    };
  });
}
