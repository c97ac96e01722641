import { Readable } from 'node:stream';
import { eq, inArray } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { makeFile } from '@/db/factories/order';
import { BAD, GOOD, makeReviewed, passReview, setRule } from '@/db/factories/product-review';
import { makeCompleted } from '@/db/factories/supervision';
import { orderLines, productReviews } from '@/db/schema';
import { findDownload } from '@/lib/files/queries';
import { receiveFile } from '@/lib/files/receive';
import { HOSTILE_PICTURES } from '@/lib/files/samples/hostile/pictures';
import { makePicture } from '@/lib/files/samples/pictures';
import { createBuyer, createMerchant, createOperator } from '@/lib/testing/actors';
import { deleteReview, editReview, hideReview, showReview, writeReview } from './commands';
import { starsOf } from './content';
import { listProductReviews, listRatings } from './store-queries';

const VISITOR = { kind: 'visitor' } as const;
/** What other purposes ask of a picture's size; a review's may have any. */
const BOUNDS = new Set(['imageMinimum', 'imageWidth', 'imageHeight', 'imageShape']);

const upload = async (actor: { kind: 'buyer'; accountId: string }, hue = 10) =>
  (
    await receiveFile(actor, {
      purpose: 'reviewPicture',
      name: '现场.png',
      body: Readable.from([await makePicture({ width: 640, height: 480, format: 'png', hue })]),
    })
  ).id;

describe('what a product’s reviews come to', () => {
  it('equals its published reviews after many came, changed, went and were hidden at once', async () => {
    await setRule('productReview.reviewFirst', false);
    await setRule('productReview.lowStars', 0);
    const merchant = await createMerchant();
    const operator = await createOperator('reviewer');
    const scenes = await Promise.all(Array.from({ length: 6 }, () => makeCompleted({ merchant })));
    const productId = scenes[0]?.productId ?? '';
    await getDatabase()
      .update(orderLines)
      .set({ productId })
      .where(
        inArray(
          orderLines.id,
          scenes.map(({ orderLineId }) => orderLineId),
        ),
      );
    const written = await Promise.all(
      scenes.map(({ buyer, orderLineId }, i) =>
        writeReview(buyer, { orderLineId, ...(i % 2 ? BAD : GOOD) }),
      ),
    );
    const breach = { rule: 'PR-1', reason: '无关内容' };
    await Promise.allSettled(
      written.flatMap(({ id }, i) => {
        const { buyer } = scenes[i] as (typeof scenes)[number];
        return [
          editReview(buyer, id, { ...GOOD, delivery: String((i % 5) + 1) }),
          hideReview(operator, id, breach).then(() =>
            i % 3 ? showReview(operator, id) : undefined,
          ),
          i === 4 ? deleteReview(buyer, id) : Promise.resolve(),
        ];
      }),
    );
    const rows = (
      await getDatabase()
        .select()
        .from(productReviews)
        .where(eq(productReviews.productId, productId))
    ).filter(({ state }) => state === 'published');
    const rating = (await listRatings(VISITOR, [productId])).get(productId);
    expect(rating?.count ?? 0).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(0);
    expect(rating?.stars).toEqual(
      [1, 2, 3, 4, 5].map((n) => rows.filter((row) => starsOf(row) === n).length),
    );
    const sum = rows.reduce((total, { delivery }) => total + delivery, 0);
    expect(rating?.delivery).toBeCloseTo(sum / rows.length, 1);
  });
});

describe('the pictures of a review', () => {
  let buyer: Awaited<ReturnType<typeof createBuyer>>;
  beforeAll(async () => {
    buyer = await createBuyer();
    await setRule('productReview.reviewFirst', true);
  });

  it('are seen by everybody while it is published, made anew; their originals stay with their owner', async () => {
    const picture = await upload(buyer);
    const scene = await makeReviewed({ ...GOOD, pictures: [picture] }, { buyer });
    const seen = (who: Parameters<typeof findDownload>[0][number], variant?: 'display') =>
      findDownload([who], picture, variant).then(Boolean);
    expect(await seen(VISITOR, 'display')).toBe(false);
    expect(await seen(scene.owner, 'display')).toBe(false);
    await passReview(scene.reviewId);
    expect(await seen(VISITOR, 'display')).toBe(true);
    expect(await seen(VISITOR)).toBe(false);
    expect(await seen(scene.owner)).toBe(false);
    expect(await seen(buyer)).toBe(true);
    expect(await seen(await createOperator('reviewer'))).toBe(true);
    const { rows } = await listProductReviews(VISITOR, scene.productId, { pictures: true });
    expect(rows).toHaveLength(1);
    await hideReview(await createOperator('reviewer'), scene.reviewId, {
      rule: 'PR-4',
      reason: '照片露出他人信息',
    });
    expect(await seen(VISITOR, 'display')).toBe(false);
  });

  it('must be the buyer’s own, of this purpose, and not too many', async () => {
    const { orderLineId } = await makeCompleted({ buyer });
    const refused = (pictures: string[]) =>
      expect(writeReview(buyer, { orderLineId, ...GOOD, pictures })).rejects.toMatchObject({
        detail: { fields: { pictures: expect.anything() } },
      });
    await refused([await upload(await createBuyer())]);
    await refused([(await makeFile(buyer, { purpose: 'bankSlip' })).id]);
    await refused(['fl_none']);
    await refused(Array.from({ length: 7 }, (_, i) => `fl_${i}`));
    const kept = [await upload(buyer, 20), await upload(buyer, 40)];
    const review = await writeReview(buyer, { orderLineId, ...GOOD, pictures: kept });
    expect(review.pictureFileIds).toEqual(kept);
    const edited = await editReview(buyer, review.id, { ...GOOD, pictures: kept.slice(1) });
    expect(edited.pictureFileIds).toEqual(kept.slice(1));
  });

  it.each(
    HOSTILE_PICTURES.filter(({ code }) => !BOUNDS.has(code)).map(
      (file) => [file.title, file] as const,
    ),
  )('are never a hostile file: %s', async (_, file) => {
    const body = Readable.from([await file.make()]);
    await expect(
      receiveFile(buyer, { purpose: 'reviewPicture', name: file.name, body }),
    ).rejects.toMatchObject({ code: expect.any(String) });
  });
});
