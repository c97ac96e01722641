import { and, desc, eq, inArray, lt, notExists, notInArray, type SQL, sql } from 'drizzle-orm';
import { orders, refunds, supervisions } from '@/db/schema';
import { OPEN_REFUND_STATES } from '@/db/schema/refund';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { type Context, withActor } from '@/lib/engine/with-actor';
import { cappedCount } from '@/lib/list/count';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import { ownRows } from '@/lib/list/own-rows';
import { holds } from '@/lib/workflows/order/search';
import { supervision } from '@/lib/workflows/supervision/machine';
import { inRecords, type SupervisionItem } from '@/lib/workflows/supervision/queries';
import type { RefundableFilters } from './filters';

/** Orders in their guarantee period without a request under way: only such deliveries are open (section 7.1, 2). */
function refundable({ tx }: Context, actor: Actor, filters: RefundableFilters): SQL | undefined {
  return and(
    can(actor, 'refund.request') ? undefined : sql`false`,
    ownRows(actor, 'supervision.read', {
      merchant: supervisions.merchantId,
      buyer: supervisions.buyerId,
      product: supervisions.productId,
    }),
    notInArray(supervisions.state, [...supervision.end]),
    notExists(
      tx
        .select({ one: sql`1` })
        .from(refunds)
        .where(
          and(
            eq(refunds.orderId, supervisions.orderId),
            inArray(refunds.state, [...OPEN_REFUND_STATES]),
          ),
        ),
    ),
    holds(actor, inRecords, { q: filters.q }),
  );
}

/** The buyer's orders that a refund can be asked for, newest first (buyer-centre.md 8). */
export function listRefundable(
  actor: Actor,
  filters: RefundableFilters,
  size = PAGE_SIZE,
): Promise<Page<SupervisionItem>> {
  return withActor(actor, async (context) => {
    const rows = await context.tx
      .select({ row: supervisions, orderState: orders.state })
      .from(supervisions)
      .innerJoin(orders, eq(orders.id, supervisions.orderId))
      .where(
        and(
          refundable(context, actor, filters),
          filters.after ? lt(supervisions.id, filters.after) : undefined,
        ),
      )
      .orderBy(desc(supervisions.id))
      .limit(size + 1);
    const items = rows.map(({ row, orderState }) => ({ ...row, orderState }));
    return pageOf(items, (item) => item.id, size);
  });
}

/** How many match, up to the cap. */
export function countRefundable(actor: Actor, filters: RefundableFilters): Promise<number> {
  return withActor(actor, (context) =>
    cappedCount(context.tx, supervisions, refundable(context, actor, filters)),
  );
}
