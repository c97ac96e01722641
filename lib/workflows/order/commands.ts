import { and, asc, eq, inArray } from 'drizzle-orm';
import { orderLines, orders, skus } from '@/db/schema';
import { type Actor, accountOf, system } from '@/lib/auth/actor';
import { bindWorkflow } from '@/lib/engine/bind';
import { command, fireIn } from '@/lib/engine/fire';
import { openOnce } from '@/lib/engine/once';
import { opening } from '@/lib/engine/open';
import { parseInput } from '@/lib/engine/parse';
import { type Context, withActor } from '@/lib/engine/with-actor';
import { DomainError, refused } from '@/lib/errors';
import { buyerBalance, lockedBalance } from '@/lib/money/ledger';
import { settingReader } from '@/lib/settings/read';
import { priceOf, purchaseComplaint } from '@/lib/workflows/product/pricing';
import { touchPiece } from '@/lib/workflows/voucher-piece/hold';
import * as effects from './effects';
import { type OrderRow, order } from './machine';
import { orderInputs } from './schema';
import { standingOf } from './standing';

export const orderWorkflow = bindWorkflow(order, {
  table: orders,
  stream: (row) => `order:${row.id}`,
  tenant: (row) => ({ merchantId: row.merchantId, buyerId: row.buyerId }),
  title: (row) => `${row.number} ${row.productName}`,
  facts: async ({ tx, row, event }) => {
    if (event !== 'pay' || !row) return {};
    if (row.voucherPieceId) await touchPiece(tx, row.voucherPieceId);
    return {
      standing: await standingOf(tx, row.id, true),
      balance: await lockedBalance(tx, buyerBalance(row.buyerId)),
    };
  },
  effects,
});

const openOrder = opening(orderWorkflow, 'open');

/**
 * Places an order (orders-and-refunds.md 3). The same submission of the form twice makes one order: the second answers
 * the first's.
 * @throws DomainError invalid; refused with `order.error.open.*` or `product.error.buy.*`
 */
export function placeOrder(actor: Actor, input?: unknown): Promise<OrderRow> {
  return openOnce(
    () => submitted(actor, input),
    () => openOrder(actor, input),
  );
}

/** The order that this submission made before. */
async function submitted(actor: Actor, input: unknown): Promise<OrderRow | undefined> {
  const key = (input as { requestKey?: unknown } | undefined)?.requestKey;
  const buyerId = accountOf(actor);
  if (typeof key !== 'string' || actor.kind !== 'buyer' || !buyerId) return undefined;
  return withActor(actor, async ({ tx }) => {
    const [row] = await tx
      .select()
      .from(orders)
      .where(and(eq(orders.buyerId, buyerId), eq(orders.requestKey, key)));
    return row;
  });
}

/** Pays from the buyer's balance; of two at once one wins. */
export const payOrder = command(orderWorkflow, 'pay');
export const cancelOrder = command(orderWorkflow, 'cancel');
/** Called by supervision's acceptance, as system. */
export const completeOrder = command(orderWorkflow, 'complete');

export interface BatchResult {
  cancelled: string[];
  /** Orders that could not be cancelled, with why as an error code. */
  kept: { id: string; code: DomainError['code'] }[];
}

/**
 * Cancels several unpaid orders, each on its own: one that cannot be cancelled any more does not hold up the others.
 * @throws DomainError refused `order.error.cancel.tooMany` beyond the setting `order.batchCancelMost`
 */
export async function cancelOrders(actor: Actor, ids: readonly string[]): Promise<BatchResult> {
  const wanted = [...new Set(ids)];
  const most = await withActor(actor, ({ tx, now }) =>
    settingReader(tx, now)('order.batchCancelMost'),
  );
  if (wanted.length === 0) throw refused('order.error.cancel.noneChosen');
  if (wanted.length > most) throw refused('order.error.cancel.tooMany', { most });
  const result: BatchResult = { cancelled: [], kept: [] };
  for (const id of wanted) {
    try {
      await cancelOrder(actor, id);
      result.cancelled.push(id);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      result.kept.push({ id, code: error.code });
    }
  }
  return result;
}

/** What is no longer sold as it was; at least one of them. */
export interface Withdrawn {
  productId?: string | undefined;
  specId?: string | undefined;
  skuIds?: string[] | undefined;
  /** It is still sold, on other terms: only orders that would cost something else now end. */
  changed?: boolean | undefined;
}

/**
 * Ends the unpaid orders of what is no longer sold as ordered (orders-and-refunds.md 3), in an open transaction of the system. Workflows above this one
 * reach it by the job `invalidate-orders`.
 * @returns how many were ended
 */
export async function invalidateUnpaidOrders(
  { tx, now }: Context,
  { productId, specId, skuIds, changed }: Withdrawn,
): Promise<number> {
  if (!productId && !specId && !skuIds?.length) return 0;
  const rows = await tx
    .select({ id: orders.id, line: orderLines, sku: skus })
    .from(orders)
    .innerJoin(orderLines, eq(orderLines.orderId, orders.id))
    .innerJoin(skus, eq(skus.id, orderLines.skuId))
    .where(
      and(
        eq(orders.state, 'pendingPayment'),
        productId ? eq(orders.productId, productId) : undefined,
        specId ? eq(orderLines.specId, specId) : undefined,
        skuIds?.length ? inArray(orderLines.skuId, skuIds) : undefined,
      ),
    )
    .orderBy(asc(orders.id));
  const actor = system('no longer sold');
  const ids = new Set(rows.filter((row) => !changed || costsElse(row)).map(({ id }) => id));
  const reason = changed ? 'changed' : 'delisted';
  let ended = 0;
  for (const id of ids) {
    try {
      await fireIn({ tx, now }, actor, orderWorkflow, 'invalidate', id, { reason });
      ended += 1;
    } catch (error) {
      // Paid or cancelled since the list was read: nothing to end.
      if (!(error instanceof DomainError) || error.code !== 'wrongState') throw error;
    }
  }
  return ended;
}

/** Whether a line would be sold for another amount now, or not at all. */
function costsElse({
  line: { quantity, periods, amount },
  sku,
}: {
  line: typeof orderLines.$inferSelect;
  sku: typeof skus.$inferSelect;
}): boolean {
  const purchase = { sku, quantity, periods };
  return purchaseComplaint(purchase) !== undefined || priceOf(purchase) !== amount;
}

/** `cancelOrders` for a form that carries a list `ids`. */
export function cancelFromForm(actor: Actor, input: unknown): Promise<BatchResult> {
  const { ids } = parseInput(orderInputs.cancelMany, input);
  return cancelOrders(actor, ids);
}
