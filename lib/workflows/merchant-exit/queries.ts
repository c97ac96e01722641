import { and, desc, eq, gte, ilike, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { invoiceWaivers, merchantExits, orders } from '@/db/schema';
import { MERCHANT_EXIT_STATES } from '@/db/schema/merchant-exit';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import { getFiles } from '@/lib/files/queries';
import type { FileSummary } from '@/lib/files/summary';
import { cappedCount } from '@/lib/list/count';
import { contains, dayFilter, dayRange, textFilter } from '@/lib/list/filters';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import { ownRows } from '@/lib/list/own-rows';
import type { Fen } from '@/lib/money/ledger';
import type { MerchantExitRow } from './machine';
import { type Obstacle, readObstacles, uninvoiced } from './obstacles';

export const merchantExitFilters = z.object({
  q: textFilter,
  state: z.enum(MERCHANT_EXIT_STATES).optional().catch(undefined),
  from: dayFilter,
  to: dayFilter,
});
export type MerchantExitFilters = z.infer<typeof merchantExitFilters>;

function matching(actor: Actor, { q, state, from, to }: MerchantExitFilters): SQL | undefined {
  const range = dayRange({ from, to });
  return and(
    ownRows(actor, 'merchantExit.read', { merchant: merchantExits.merchantId }),
    state ? eq(merchantExits.state, state) : undefined,
    q ? or(ilike(merchantExits.merchantName, contains(q)), eq(merchantExits.id, q)) : undefined,
    range.from ? gte(merchantExits.submittedAt, range.from) : undefined,
    range.to ? lt(merchantExits.submittedAt, range.to) : undefined,
  );
}

/** Requests to leave as the actor may see them, newest first. */
export function listExits(
  actor: Actor,
  filters: MerchantExitFilters,
  after?: string,
  size = PAGE_SIZE,
): Promise<Page<MerchantExitRow>> {
  return withActor(actor, async ({ tx }) => {
    const rows = await tx
      .select()
      .from(merchantExits)
      .where(and(matching(actor, filters), after ? lt(merchantExits.id, after) : undefined))
      .orderBy(desc(merchantExits.id))
      .limit(size + 1);
    return pageOf(rows, (row) => row.id, size);
  });
}

/** How many match, up to the cap. */
export function countExits(actor: Actor, filters: MerchantExitFilters): Promise<number> {
  return withActor(actor, ({ tx }) => cappedCount(tx, merchantExits, matching(actor, filters)));
}

/** A completed order without an invoice: whose, how much, and the evidence that none is wanted. */
export interface UninvoicedOrder {
  id: string;
  number: string;
  customerName: string;
  productName: string;
  amount: Fen;
  waiver: { note: string; at: Date; files: FileSummary[] } | null;
}

const SHOWN = 200;

async function readUninvoicedOrders(tx: Tx, merchantId: string): Promise<UninvoicedOrder[]> {
  const open = await tx.execute<{ id: string }>(sql`select o.id from "order" o
    where o.merchant_id = ${merchantId} and ${uninvoiced} order by o.id limit ${SHOWN}`);
  const ids = open.map(({ id }) => id);
  const rows = await tx
    .select({ order: orders, waiver: invoiceWaivers })
    .from(orders)
    .leftJoin(invoiceWaivers, eq(invoiceWaivers.orderId, orders.id))
    .where(inArray(orders.id, ids.length > 0 ? ids : ['']))
    .orderBy(orders.id);
  const files = await getFiles(
    tx,
    rows.flatMap(({ waiver }) => waiver?.fileIds ?? []),
  );
  return rows.map(({ order, waiver }) => ({
    id: order.id,
    number: order.number,
    customerName: order.customerName,
    productName: order.productName,
    amount: order.amount - order.voucherAmount - order.refunded,
    waiver: waiver && {
      note: waiver.note,
      at: waiver.createdAt,
      files: waiver.fileIds.flatMap((id) => files.get(id) ?? []),
    },
  }));
}

export interface ExitView {
  /** The request that waits, or the last one. */
  exit: MerchantExitRow | undefined;
  obstacles: Obstacle[];
  uninvoiced: UninvoicedOrder[];
  now: Date;
}

/** The merchant's own way out: its request, what is in the way, orders without invoice. */
export async function getOwnExit(actor: Actor): Promise<ExitView | undefined> {
  if (actor.kind !== 'member' || !can(actor, 'merchantExit.read')) return undefined;
  const { merchantId } = actor;
  return withActor(actor, async ({ tx, now }) => {
    const [exit] = await tx
      .select()
      .from(merchantExits)
      .where(eq(merchantExits.merchantId, merchantId))
      .orderBy(desc(merchantExits.id))
      .limit(1);
    return {
      exit,
      obstacles: await readObstacles(tx, merchantId),
      uninvoiced: await readUninvoicedOrders(tx, merchantId),
      now,
    };
  });
}

/** One request for operations, with what is in the way now; nothing for strangers. */
export async function getExitReview(
  actor: Actor,
  id: string,
): Promise<(ExitView & { exit: MerchantExitRow }) | undefined> {
  if (actor.kind !== 'operator' || !can(actor, 'merchantExit.read')) return undefined;
  return withActor(actor, async ({ tx, now }) => {
    const [exit] = await tx.select().from(merchantExits).where(eq(merchantExits.id, id));
    if (!exit) return undefined;
    const { merchantId } = exit;
    return {
      exit,
      obstacles: exit.state === 'pendingReview' ? await readObstacles(tx, merchantId) : [],
      uninvoiced: await readUninvoicedOrders(tx, merchantId),
      now,
    };
  });
}
