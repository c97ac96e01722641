import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import { productRatings, productReviews } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { type Page, pageOf } from '@/lib/list/keyset';
import type { ProductReviewRow } from './machine';
import { meanOf } from './mean';

/** What the published reviews of a product come to: means to one decimal place, and how many have how many stars. */
export interface Rating {
  count: number;
  overall: number;
  quality: number;
  service: number;
  delivery: number;
  /** Of one, two, … five stars. */
  stars: number[];
}

function ratingOf(row: typeof productRatings.$inferSelect): Rating | undefined {
  const { count, quality, service, delivery, stars } = row;
  if (count === 0) return undefined;
  return {
    count,
    overall: meanOf(quality + service + delivery, count * 3),
    quality: meanOf(quality, count),
    service: meanOf(service, count),
    delivery: meanOf(delivery, count),
    stars,
  };
}

/** The ratings of some products, from counters kept with each review; products without a review are left out. */
export function listRatings(
  actor: Actor,
  productIds: readonly string[],
): Promise<Map<string, Rating>> {
  if (productIds.length === 0) return Promise.resolve(new Map());
  return withActor(actor, async ({ tx }) => {
    const rows = await tx
      .select()
      .from(productRatings)
      .where(inArray(productRatings.productId, [...productIds]));
    return new Map(
      rows.flatMap((row) => {
        const rating = ratingOf(row);
        return rating ? [[row.productId, rating] as const] : [];
      }),
    );
  });
}

export interface StoreReviewFilter {
  stars?: number | undefined;
  /** With pictures only. */
  pictures?: boolean;
  after?: string | undefined;
  size?: number;
}

/** Published reviews of a product, newest first. */
export function listProductReviews(
  actor: Actor,
  productId: string,
  { stars, pictures, after, size = 20 }: StoreReviewFilter = {},
): Promise<Page<ProductReviewRow>> {
  return withActor(actor, async ({ tx }) => {
    const rows = await tx
      .select()
      .from(productReviews)
      .where(
        and(
          eq(productReviews.productId, productId),
          eq(productReviews.state, 'published'),
          stars ? eq(productReviews.stars, stars) : undefined,
          pictures ? sql`cardinality(${productReviews.pictureFileIds}) > 0` : undefined,
          after ? lt(productReviews.id, after) : undefined,
        ),
      )
      .orderBy(desc(productReviews.id))
      .limit(size + 1);
    return pageOf(rows, (row) => row.id, size);
  });
}
