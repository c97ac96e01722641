import { and, desc, eq, gte, ilike, inArray, lt, ne, or, sql } from 'drizzle-orm';
import { orderLines, orders, productReviews } from '@/db/schema';
import { type Actor, accountOf } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { contains } from '@/lib/list/filters';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import { settingReader } from '@/lib/settings/read';
import { endOf } from './limits';
import { findBought, isReviewable } from './source';

type Line = typeof orderLines.$inferSelect;

/** An order line that waits for its buyer's review. */
export interface Reviewable {
  line: Line;
  order: typeof orders.$inferSelect;
  /** Until when it can be written. */
  until: Date | undefined;
}

const notReviewed = sql`not exists (select 1 from product_review r
  where r.order_line_id = ${orderLines.id})`;
const completed = and(
  eq(orders.state, 'completed'),
  sql`(${orders.refunded} = 0 or ${orders.refunded} < ${orders.amount} - ${orders.voucherAmount})`,
);

const waiting = (actor: Actor, q: string | undefined, since: Date | undefined) =>
  and(
    eq(orders.buyerId, accountOf(actor) ?? ''),
    completed,
    notReviewed,
    since ? gte(orders.completedAt, since) : undefined,
    q ? or(eq(orders.number, q), ilike(orderLines.productName, contains(q))) : undefined,
  );

const DAY = 86_400_000;

/** What the buyer bought and has not reviewed yet, latest order first. */
export function listReviewables(
  actor: Actor,
  { q }: { q?: string | undefined },
  after?: string,
  size = PAGE_SIZE,
): Promise<Page<Reviewable>> {
  if (actor.kind !== 'buyer') return Promise.resolve({ rows: [] });
  return withActor(actor, async ({ tx, now }) => {
    const days = await settingReader(tx, now)('productReview.writeDays');
    const since = days === 0 ? undefined : new Date(now.getTime() - days * DAY);
    const rows = await tx
      .select({ line: orderLines, order: orders })
      .from(orderLines)
      .innerJoin(orders, eq(orders.id, orderLines.orderId))
      .where(and(waiting(actor, q, since), after ? lt(orderLines.id, after) : undefined))
      .orderBy(desc(orderLines.id))
      .limit(size + 1);
    const items = rows.map((row) => ({
      ...row,
      until:
        days === 0 || !row.order.completedAt
          ? undefined
          : new Date(row.order.completedAt.getTime() + days * DAY),
    }));
    return pageOf(items, ({ line }) => line.id, size);
  });
}

/**
 * Where the customer's reviews of some order lines are: the address of the review, or of the form while it can be
 * written; nothing for the others.
 */
export function reviewAddresses(
  actor: Actor,
  lineIds: readonly string[],
): Promise<Map<string, { href: string; written: boolean }>> {
  if (lineIds.length === 0 || actor.kind !== 'buyer') return Promise.resolve(new Map());
  return withActor(actor, async ({ tx, now }) => {
    const days = await settingReader(tx, now)('productReview.writeDays');
    const since = days === 0 ? undefined : new Date(now.getTime() - days * DAY);
    const written = await tx
      .select({ id: productReviews.id, lineId: productReviews.orderLineId })
      .from(productReviews)
      .where(
        and(
          eq(productReviews.buyerId, actor.accountId),
          ne(productReviews.state, 'deleted'),
          inArray(productReviews.orderLineId, [...lineIds]),
        ),
      );
    const open = await tx
      .select({ lineId: orderLines.id })
      .from(orderLines)
      .innerJoin(orders, eq(orders.id, orderLines.orderId))
      .where(and(waiting(actor, undefined, since), inArray(orderLines.id, [...lineIds])));
    return new Map<string, { href: string; written: boolean }>([
      ...open.map(
        ({ lineId }) =>
          [lineId, { href: `/buyer/reviews/write/${lineId}`, written: false }] as const,
      ),
      ...written.map(
        ({ id, lineId }) => [lineId, { href: `/buyer/reviews/${id}`, written: true }] as const,
      ),
    ]);
  });
}

/** How many order lines wait for the buyer's review, up to one page. */
export const countReviewables = async (actor: Actor): Promise<number> =>
  (await listReviewables(actor, {})).rows.length;

/** What the form of a new review shows of an order line; nothing for others' lines and for reviewed ones. */
export async function getReviewable(actor: Actor, lineId: string): Promise<Reviewable | undefined> {
  if (actor.kind !== 'buyer') return undefined;
  return withActor(actor, async ({ tx, now }) => {
    const bought = await findBought(tx, actor.accountId, lineId);
    if (!bought || !isReviewable(bought.order)) return undefined;
    const end = await endOf(
      settingReader(tx, now),
      'productReview.writeDays',
      bought.order.completedAt,
    );
    if (end && now >= end) return undefined;
    const [reviewed] = await tx
      .select({ id: productReviews.id })
      .from(productReviews)
      .where(eq(productReviews.orderLineId, lineId));
    return reviewed ? undefined : { ...bought, until: end };
  });
}
