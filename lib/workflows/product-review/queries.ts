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
import { merchantCards, orders, productReviewMessages, productReviews } from '@/db/schema';
import type { BuyerSnapshot } from '@/db/schema/order';
import type { Actor } from '@/lib/auth/actor';
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
  /** Most characters of whatever is written about it. */
  maxLength: number;
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
      maxLength: await setting('productReview.maxLength'),
      now,
    };
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
