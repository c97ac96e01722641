import {
  and,
  asc,
  desc,
  eq,
  gte,
  ilike,
  inArray,
  isNotNull,
  lt,
  ne,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import {
  merchantCards,
  orderLines,
  orders,
  productReviewMessages,
  productReviews,
} from '@/db/schema';
import type { BuyerSnapshot } from '@/db/schema/order';
import { type Actor, accountOf } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { getFiles } from '@/lib/files/queries';
import type { FileSummary } from '@/lib/files/summary';
import { cappedCount } from '@/lib/list/count';
import { contains, dayRange } from '@/lib/list/filters';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import { ownRows } from '@/lib/list/own-rows';
import { settingReader } from '@/lib/settings/read';
import type { Choice } from '@/lib/settings/registry/product-review';
import type { ProductReviewFilters } from './filters';
import { complaintAbout, endOf } from './limits';
import type { ProductReviewRow } from './machine';
import { findBought, isReviewable } from './source';

/** A merchant sees a review once it was published or is negotiated; until then it is the author's and operations'. */
const met = or(
  inArray(productReviews.state, ['negotiating', 'published', 'hidden']),
  and(
    inArray(productReviews.state, ['underReview', 'refused']),
    or(isNotNull(productReviews.publishedAt), isNotNull(productReviews.negotiatedAt)),
  ),
);

const own = (actor: Actor) =>
  and(
    ownRows(actor, 'productReview.read', {
      merchant: productReviews.merchantId,
      buyer: productReviews.buyerId,
      product: productReviews.productId,
    }),
    actor.kind === 'member' ? met : undefined,
    actor.kind === 'buyer' ? ne(productReviews.state, 'deleted') : undefined,
  );

function matching(filters: ProductReviewFilters): SQL | undefined {
  const { from, to } = dayRange(filters);
  const { q, answered } = filters;
  return and(
    filters.state ? eq(productReviews.state, filters.state) : undefined,
    filters.stars ? eq(productReviews.stars, filters.stars) : undefined,
    filters.product ? eq(productReviews.productId, filters.product) : undefined,
    answered ? sql`(${productReviews.answer} is not null) = ${answered === 'yes'}` : undefined,
    q
      ? or(
          eq(productReviews.orderNumber, q),
          ilike(productReviews.productName, contains(q)),
          ilike(productReviews.text, contains(q)),
        )
      : undefined,
    from ? gte(productReviews.createdAt, from) : undefined,
    to ? lt(productReviews.createdAt, to) : undefined,
  );
}

/** Reviews as the actor may see them, newest first. */
export function listReviews(
  actor: Actor,
  filters: ProductReviewFilters,
  after?: string,
  size = PAGE_SIZE,
): Promise<Page<ProductReviewRow>> {
  return withActor(actor, async ({ tx }) => {
    const rows = await tx
      .select()
      .from(productReviews)
      .where(and(own(actor), matching(filters), after ? lt(productReviews.id, after) : undefined))
      .orderBy(desc(productReviews.id))
      .limit(size + 1);
    return pageOf(rows, (row) => row.id, size);
  });
}

/** How many reviews match, up to the cap. */
export const countReviews = (actor: Actor, filters: ProductReviewFilters): Promise<number> =>
  withActor(actor, ({ tx }) => cappedCount(tx, productReviews, and(own(actor), matching(filters))));

/** The products that a merchant's reviews are about, for the filter: id and latest name. */
export function listReviewedProducts(actor: Actor): Promise<{ id: string; name: string }[]> {
  return withActor(actor, ({ tx }) =>
    tx
      .selectDistinctOn([productReviews.productId], {
        id: productReviews.productId,
        name: productReviews.productName,
      })
      .from(productReviews)
      .where(own(actor))
      .orderBy(productReviews.productId, desc(productReviews.id))
      .limit(200),
  );
}

export interface ProductReviewDetail {
  review: ProductReviewRow;
  messages: (typeof productReviewMessages.$inferSelect)[];
  pictures: FileSummary[];
  /** How the parties reach each other while they settle a bad review. */
  buyer: BuyerSnapshot;
  merchant: typeof merchantCards.$inferSelect | undefined;
  /** Events that a rule of time or number forbids now. */
  closed: string[];
  /** Until when the buyer may change it or add to it, and the merchant answer; absent without an end. */
  ends: { edit: Date | undefined; followUp: Date | undefined; answer: Date | undefined };
  tags: Choice[];
  rules: Choice[];
  now: Date;
}

/** One review with everything its parties see of it; nothing for who may not see it. */
export function getReview(actor: Actor, id: string): Promise<ProductReviewDetail | undefined> {
  return withActor(actor, async ({ tx, now }) => {
    const [found] = await tx
      .select({ review: productReviews, buyer: orders.buyerSnapshot, merchant: merchantCards })
      .from(productReviews)
      .innerJoin(orders, eq(orders.id, productReviews.orderId))
      .leftJoin(merchantCards, eq(merchantCards.merchantId, productReviews.merchantId))
      .where(and(own(actor), eq(productReviews.id, id)));
    if (!found) return undefined;
    const { review } = found;
    const setting = settingReader(tx, now);
    const closed: string[] = [];
    for (const event of ['edit', 'delete', 'answer', 'followUp'])
      if (await complaintAbout(review, event, now, setting)) closed.push(event);
    const files = await getFiles(tx, review.pictureFileIds);
    return {
      review,
      buyer: found.buyer,
      merchant: found.merchant ?? undefined,
      messages: await tx
        .select()
        .from(productReviewMessages)
        .where(eq(productReviewMessages.reviewId, id))
        .orderBy(asc(productReviewMessages.id)),
      pictures: review.pictureFileIds.flatMap((file) => files.get(file) ?? []),
      closed,
      ends: {
        edit: await endOf(setting, 'productReview.editDays', review.publishedAt),
        followUp: await endOf(setting, 'productReview.followUpDays', review.publishedAt),
        answer: await endOf(setting, 'productReview.answerDays', review.publishedAt),
      },
      tags: await setting('productReview.tags'),
      rules: await setting('productReview.rules'),
      now,
    };
  });
}

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
      .where(and(own(actor), inArray(productReviews.orderLineId, [...lineIds])));
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

/** What the form offers: tags, most characters, most pictures. */
export function getReviewTerms(actor: Actor) {
  return withActor(actor, async ({ tx, now }) => {
    const setting = settingReader(tx, now);
    return {
      tags: await setting('productReview.tags'),
      rules: await setting('productReview.rules'),
      maxLength: await setting('productReview.maxLength'),
      maxPictures: await setting('productReview.maxPictures'),
      reviewFirst: await setting('productReview.reviewFirst'),
    };
  });
}
