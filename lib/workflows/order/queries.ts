import { and, asc, desc, eq, gte, inArray, lt, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { merchantCards, orderLines, orders } from '@/db/schema';
import { ORDER_STATES } from '@/db/schema/order';
import { type Actor, system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { firstIdAt } from '@/lib/ids';
import { cappedCount } from '@/lib/list/count';
import { dayFilter, dayRange, textFilter } from '@/lib/list/filters';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import { ownRows } from '@/lib/list/own-rows';
import { settingReader } from '@/lib/settings/read';
import type { OrderRow } from './machine';
import { countFound, findIds, holds, inOrders } from './search';
import { type Standing, standingOf } from './standing';

export type OrderLineRow = typeof orderLines.$inferSelect;

/** Filters of every order list (orders-and-refunds.md 6); `q` looks in all four names at once. */
export const orderFilters = z.object({
  q: textFilter,
  number: textFilter,
  customer: textFilter,
  account: textFilter,
  product: textFilter,
  state: z.enum(ORDER_STATES).optional().catch(undefined),
  from: dayFilter,
  to: dayFilter,
});
export type OrderFilters = z.infer<typeof orderFilters>;

export interface OrderListItem extends Omit<OrderRow, 'buyerSnapshot' | 'rules' | 'requestKey'> {
  line: Pick<OrderLineRow, 'specName' | 'quantity' | 'quantityUnit' | 'billing' | 'periods'>;
}

/** What an index answers of the filters. An order's id begins with its time, so that a range of days is one of ids. */
function scopeOf(actor: Actor, filters: OrderFilters): SQL | undefined {
  const { from, to } = dayRange(filters);
  return and(
    ownRows(actor, 'order.read', {
      merchant: orders.merchantId,
      buyer: orders.buyerId,
      product: orders.productId,
    }),
    filters.state ? eq(orders.state, filters.state) : undefined,
    filters.number ? eq(orders.number, filters.number) : undefined,
    from ? gte(orders.id, firstIdAt('order', from)) : undefined,
    to ? lt(orders.id, firstIdAt('order', to)) : undefined,
  );
}

/** Whether names have to be searched by their index: a buyer's own orders are few. */
const searches = (actor: Actor, { q, customer, account, product }: OrderFilters): boolean =>
  actor.kind !== 'buyer' && Boolean(q || customer || account || product);

const COLUMNS = {
  id: orders.id,
  state: orders.state,
  stateSince: orders.stateSince,
  dueAt: orders.dueAt,
  version: orders.version,
  createdAt: orders.createdAt,
  updatedAt: orders.updatedAt,
  number: orders.number,
  buyerId: orders.buyerId,
  merchantId: orders.merchantId,
  productId: orders.productId,
  productName: orders.productName,
  merchantName: orders.merchantName,
  customerName: orders.customerName,
  accountName: orders.accountName,
  amount: orders.amount,
  payBy: orders.payBy,
  paidAt: orders.paidAt,
  completedAt: orders.completedAt,
  cancelledAt: orders.cancelledAt,
  cancelReason: orders.cancelReason,
  voucherAmount: orders.voucherAmount,
  voucherPieceId: orders.voucherPieceId,
  refunded: orders.refunded,
  refundedAt: orders.refundedAt,
  voucherByMerchant: orders.voucherByMerchant,
  voucherByPlatform: orders.voucherByPlatform,
  fee: orders.fee,
  payable: orders.payable,
  agreementFileId: orders.agreementFileId,
  agreementName: orders.agreementName,
  agreementSha256: orders.agreementSha256,
};

/** Orders as the actor may see them, newest first. */
export function listOrders(
  actor: Actor,
  filters: OrderFilters,
  after?: string,
  size = PAGE_SIZE,
): Promise<Page<OrderListItem>> {
  const scope = and(scopeOf(actor, filters), after ? lt(orders.id, after) : undefined);
  if (!searches(actor, filters))
    return listOrdersWhere(actor, async () => and(scope, holds(actor, inOrders, filters)), size);
  return listOrdersWhere(
    actor,
    async (tx) => {
      const ids = await findIds(tx, inOrders, { actor, scope, typed: filters }, size + 1);
      return inArray(orders.id, ids);
    },
    size,
  );
}

function listOrdersWhere(
  actor: Actor,
  where: (tx: Tx) => Promise<SQL | undefined>,
  size = PAGE_SIZE,
): Promise<Page<OrderListItem>> {
  return withActor(actor, async ({ tx }) => {
    const rows = await tx
      .select(COLUMNS)
      .from(orders)
      .where(await where(tx))
      .orderBy(desc(orders.id))
      .limit(size + 1);
    const page = pageOf(rows, (row) => row.id, size);
    const lines = page.rows.length
      ? await tx
          .select()
          .from(orderLines)
          .where(
            inArray(
              orderLines.orderId,
              page.rows.map((row) => row.id),
            ),
          )
      : [];
    const lineOf = new Map(lines.map((line) => [line.orderId, line]));
    return {
      ...page,
      rows: page.rows.flatMap((row) => {
        const line = lineOf.get(row.id);
        return line ? [{ ...row, line }] : [];
      }),
    };
  });
}

/** How many orders match, up to the cap. */
export function countOrders(actor: Actor, filters: OrderFilters): Promise<number> {
  const scope = scopeOf(actor, filters);
  return withActor(actor, ({ tx }) =>
    searches(actor, filters)
      ? countFound(tx, inOrders, { actor, scope, typed: filters })
      : cappedCount(tx, orders, and(scope, holds(actor, inOrders, filters))),
  );
}

export interface OrderDetail {
  order: OrderRow;
  lines: OrderLineRow[];
  /** Where the buyer reaches the merchant. */
  contact: { phone: string; email: string } | undefined;
  /** Of an unpaid order: whether it can be paid at all. */
  standing: Standing | undefined;
  now: Date;
}

/** One order with its lines; nothing for strangers and out of product scope. */
export async function getOrder(actor: Actor, id: string): Promise<OrderDetail | undefined> {
  const found = await readOrder(actor, id);
  if (!found) return undefined;
  // What is off the shelf lies outside the buyer's fence.
  const standing =
    found.order.state === 'pendingPayment'
      ? await withActor(system('order standing'), ({ tx }) => standingOf(tx, id))
      : undefined;
  return { ...found, standing };
}

function readOrder(actor: Actor, id: string): Promise<Omit<OrderDetail, 'standing'> | undefined> {
  return withActor(actor, async ({ tx, now }) => {
    const own = ownRows(actor, 'order.read', {
      merchant: orders.merchantId,
      buyer: orders.buyerId,
      product: orders.productId,
    });
    const [order] = await tx
      .select()
      .from(orders)
      .where(and(eq(orders.id, id), own));
    if (!order) return undefined;
    const lines = await tx
      .select()
      .from(orderLines)
      .where(eq(orderLines.orderId, id))
      .orderBy(asc(orderLines.id));
    const [contact] = await tx
      .select({ phone: merchantCards.servicePhone, email: merchantCards.serviceEmail })
      .from(merchantCards)
      .where(eq(merchantCards.merchantId, order.merchantId));
    return { order, lines, contact, now };
  });
}

/** How many unpaid orders a buyer may cancel at once. */
export function getBatchCancelMost(actor: Actor): Promise<number> {
  return withActor(actor, ({ tx, now }) => settingReader(tx, now)('order.batchCancelMost'));
}

/** The unpaid ones among some orders of the buyer, to ask before they are cancelled. */
export async function listUnpaid(actor: Actor, ids: readonly string[]): Promise<OrderListItem[]> {
  const wanted = [...new Set(ids)].slice(0, PAGE_SIZE);
  if (wanted.length === 0) return [];
  const { rows } = await listOrdersWhere(actor, async () =>
    and(scopeOf(actor, { state: 'pendingPayment' }), inArray(orders.id, wanted)),
  );
  return rows;
}
