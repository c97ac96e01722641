import { choiceName } from '@/components/product-review/choice-name';
import type { StoreReview } from '@/components/product-review/store-review-list';
import type { Actor } from '@/lib/auth/actor';
import { currentLocale, getFormat } from '@/lib/i18n/server';
import { getReviewTerms } from '@/lib/workflows/product-review/queries';
import {
  listProductReviews,
  listRatings,
  type StoreReviewFilter,
} from '@/lib/workflows/product-review/store-queries';

/** Published reviews of a product with what they come to, in the reader's words. */
export async function storeReviews(actor: Actor, productId: string, filter: StoreReviewFilter) {
  const [ratings, page, { tags }, locale, format] = await Promise.all([
    listRatings(actor, [productId]),
    listProductReviews(actor, productId, filter),
    getReviewTerms(actor),
    currentLocale(),
    getFormat(),
  ]);
  const reviews = page.rows.map(
    (row): StoreReview => ({
      id: row.id,
      by: row.reviewedBy,
      at: format.date(row.createdAt),
      ...(row.editedAt ? { editedAt: format.date(row.editedAt) } : {}),
      spec: row.specName,
      stars: row.stars,
      tags: row.tags.map((code) =>
        choiceName(tags.find((tag) => tag.code === code) ?? code, locale),
      ),
      text: row.text,
      pictureFileIds: row.pictureFileIds,
      ...(row.answer ? { answer: { text: row.answer, at: format.date(row.answeredAt) } } : {}),
      ...(row.followUp
        ? { followUp: { text: row.followUp, at: format.date(row.followedUpAt) } }
        : {}),
    }),
  );
  return { rating: ratings.get(productId), reviews, next: page.next };
}
