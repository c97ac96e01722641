import { eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { productRatings } from '@/db/schema';
import { system } from '@/lib/auth/actor';
import { attachFiles, unpublishFiles } from '@/lib/files/attach';
import type { ProductReviewRow } from './machine';

type Counted = Pick<
  ProductReviewRow,
  'productId' | 'merchantId' | 'quality' | 'service' | 'delivery' | 'stars'
>;

/** Adds a review to what the product's reviews come to, or takes it away. */
async function count(tx: Tx, row: Counted, step: 1 | -1): Promise<void> {
  const { count, quality, service, delivery, stars } = productRatings;
  const steps = [1, 2, 3, 4, 5].map((n) => (n === row.stars ? step : 0));
  const set = {
    count: sql`${count} + ${step}`,
    quality: sql`${quality} + ${step * row.quality}`,
    service: sql`${service} + ${step * row.service}`,
    delivery: sql`${delivery} + ${step * row.delivery}`,
    stars: sql`array(select a + b from unnest(${stars}, ${sql.param(steps)}::int[])
      with ordinality as u(a, b, n) order by n)`,
  };
  if (step < 0) {
    await tx.update(productRatings).set(set).where(eq(productRatings.productId, row.productId));
    return;
  }
  await tx
    .insert(productRatings)
    .values({
      productId: row.productId,
      merchantId: row.merchantId,
      count: 1,
      quality: row.quality,
      service: row.service,
      delivery: row.delivery,
      stars: steps,
    })
    .onConflictDoUpdate({ target: productRatings.productId, set });
}

/** Lets the merchant see the pictures of a review, or with it everybody. */
export async function showPictures(
  tx: Tx,
  row: Pick<ProductReviewRow, 'id' | 'merchantId' | 'pictureFileIds'>,
  to: 'merchant' | 'everybody',
  now: Date,
): Promise<void> {
  const merchant = { merchantId: row.merchantId };
  await attachFiles(tx, {
    ids: row.pictureFileIds,
    purpose: 'reviewPicture',
    actor: system('product review'),
    grants: to === 'everybody' ? [merchant, 'public'] : [merchant],
    user: `productReview:${row.id}`,
    now,
  });
}

/** Puts a review on the product page. */
export async function putUp(
  tx: Tx,
  row: Counted & Pick<ProductReviewRow, 'id' | 'pictureFileIds'>,
  now: Date,
): Promise<void> {
  await count(tx, row, 1);
  await showPictures(tx, row, 'everybody', now);
}

/** Takes a review off the product page. */
export async function takeDown(
  tx: Tx,
  row: Counted & Pick<ProductReviewRow, 'pictureFileIds'>,
): Promise<void> {
  await count(tx, row, -1);
  await unpublishFiles(tx, row.pictureFileIds);
}
