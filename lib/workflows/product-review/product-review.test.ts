import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import {
  BAD,
  GOOD,
  makePublished,
  makeReviewed,
  passReview,
  reviewState,
  setRule,
} from '@/db/factories/product-review';
import { moveClock } from '@/db/factories/supervision';
import { outbox, reviewItems, settingValues } from '@/db/schema';
import { fireDueDeadlines } from '@/lib/deadlines/fire-due';
import { createOperator } from '@/lib/testing/actors';
import {
  answerReview,
  deleteReview,
  editReview,
  followUpReview,
  keepReview,
  productReviewWorkflow,
  sayInReview,
} from './commands';
import { getReview, listReviews } from './queries';
import { listProductReviews, listRatings } from './store-queries';

const VISITOR = { kind: 'visitor' } as const;
const DAY = 86_400;

const shown = async (productId: string) =>
  (await listProductReviews(VISITOR, productId)).rows.map(({ id }) => id);
const rating = async (productId: string) =>
  (await listRatings(VISITOR, [productId])).get(productId);
const fields = (key: string) => ({
  code: 'invalid',
  detail: { fields: { [key]: expect.anything() } },
});

beforeEach(async () => {
  await moveClock(0);
  await getDatabase().delete(settingValues);
});

describe('a good review', () => {
  it('waits for operations, then stands on the page with a shortened name and counts', async () => {
    const scene = await makeReviewed(GOOD);
    expect(scene.state).toBe('underReview');
    expect(await shown(scene.productId)).toEqual([]);
    expect(await rating(scene.productId)).toBeUndefined();
    expect((await listReviews(scene.owner, {})).rows).toEqual([]);
    expect(await getReview(scene.owner, scene.reviewId)).toBeUndefined();
    const [item] = await getDatabase()
      .select()
      .from(reviewItems)
      .where(eq(reviewItems.subjectId, scene.reviewId));
    expect(item).toMatchObject({ noun: 'productReview', status: 'open' });

    await passReview(scene.reviewId);
    const [row] = (await listProductReviews(VISITOR, scene.productId)).rows;
    expect(row).toMatchObject({ id: scene.reviewId, reviewedBy: 'T**', stars: 5 });
    expect(await rating(scene.productId)).toEqual({
      count: 1,
      overall: 4.7,
      quality: 5,
      service: 4,
      delivery: 5,
      stars: [0, 0, 0, 0, 1],
    });
  });

  it('is published at once where operations do not read first, under the whole name where that is the rule', async () => {
    await setRule('productReview.reviewFirst', false);
    await setRule('productReview.shortenNames', false);
    const scene = await makeReviewed(GOOD);
    expect(scene.state).toBe('published');
    const [row] = (await listProductReviews(VISITOR, scene.productId)).rows;
    expect(row?.reviewedBy).toBe('Test Person');
  });

  it('is answered by the merchant, whose answer can be corrected within its time', async () => {
    const { owner, reviewId } = await makePublished();
    await answerReview(owner, reviewId, { answer: '谢谢支持。' });
    const row = await answerReview(owner, reviewId, { answer: '感谢支持！' });
    expect(row.answer).toBe('感谢支持！');
    await expect(answerReview(owner, reviewId, { answer: '代开发票' })).rejects.toMatchObject(
      fields('answer'),
    );
    await moveClock(31 * DAY);
    await expect(answerReview(owner, reviewId, { answer: '晚了' })).rejects.toMatchObject({
      detail: { key: 'productReview.error.answer.tooLate' },
    });
  });

  it('takes one follow-up within its time', async () => {
    const { buyer, reviewId } = await makePublished();
    await moveClock(60 * DAY);
    await followUpReview(buyer, reviewId, { followUp: '用了两个月，依然稳定。' });
    await expect(followUpReview(buyer, reviewId, { followUp: '再说一次' })).rejects.toMatchObject({
      detail: { key: 'productReview.error.followUp.usedUp' },
    });
    await moveClock(0);
    const late = await makePublished();
    await moveClock(91 * DAY);
    await expect(
      followUpReview(late.buyer, late.reviewId, { followUp: '太晚' }),
    ).rejects.toMatchObject({ detail: { key: 'productReview.error.followUp.tooLate' } });
  });

  it('is changed once within its time and counts as changed after it was read again', async () => {
    const { buyer, reviewId, productId } = await makePublished();
    await editReview(buyer, reviewId, { ...GOOD, quality: '3', service: '3', delivery: '3' });
    expect(await shown(productId)).toEqual([]);
    expect(await rating(productId)).toBeUndefined();
    await passReview(reviewId);
    expect(await rating(productId)).toMatchObject({ count: 1, overall: 3, stars: [0, 0, 1, 0, 0] });
    await expect(editReview(buyer, reviewId, GOOD)).rejects.toMatchObject({
      detail: { key: 'productReview.error.edit.usedUp' },
    });
    await moveClock(31 * DAY);
    await expect(deleteReview(buyer, reviewId)).rejects.toMatchObject({
      detail: { key: 'productReview.error.delete.tooLate' },
    });
    await moveClock(0);
    await deleteReview(buyer, reviewId);
    expect(await shown(productId)).toEqual([]);
    expect(await rating(productId)).toBeUndefined();
    expect((await listReviews(buyer, {})).rows).toEqual([]);
    expect(
      (await listReviews(await createOperator('reviewer'), { state: 'deleted' })).rows.map(
        ({ id }) => id,
      ),
    ).toContain(reviewId);
  });
});

describe('a bad review', () => {
  it('is negotiated before it is published: both write, then the buyer changes it', async () => {
    const { buyer, owner, reviewId, productId } = await makePublished(BAD);
    expect(await reviewState(reviewId)).toBe('negotiating');
    expect(await shown(productId)).toEqual([]);
    const [notice] = await getDatabase()
      .select()
      .from(outbox)
      .where(
        and(
          eq(outbox.subjectId, reviewId),
          eq(outbox.event, 'pass'),
          eq(outbox.audience, 'merchant'),
        ),
      );
    expect(notice?.params).toMatchObject({ state: 'negotiating' });

    await sayInReview(owner, reviewId, { text: '非常抱歉，我们愿意补偿一次巡检。' });
    await sayInReview(buyer, reviewId, { text: '可以接受。' });
    await expect(sayInReview(buyer, reviewId, { text: '去赌博' })).rejects.toMatchObject(
      fields('text'),
    );
    const seen = await getReview(owner, reviewId);
    expect(seen?.messages.map(({ side, text }) => [side, text])).toEqual([
      ['merchant', '非常抱歉，我们愿意补偿一次巡检。'],
      ['buyer', '可以接受。'],
    ]);
    expect(seen?.buyer.email).toContain('@');

    await editReview(buyer, reviewId, { ...BAD, service: '4', quality: '3', text: '补救及时。' });
    expect(await reviewState(reviewId)).toBe('underReview');
    await passReview(reviewId);
    expect(await reviewState(reviewId)).toBe('published');
    expect(await rating(productId)).toMatchObject({ count: 1, service: 4 });
    await expect(sayInReview(owner, reviewId, { text: '谢谢' })).rejects.toMatchObject({
      code: 'wrongState',
    });
  });

  it('is negotiated only once: kept bad after a change it is published', async () => {
    const { buyer, reviewId } = await makePublished(BAD);
    await editReview(buyer, reviewId, { ...BAD, text: '仍然不满意。' });
    await passReview(reviewId);
    expect(await reviewState(reviewId)).toBe('published');
  });

  it('is published as it stands when the buyer keeps it, or when its time is over', async () => {
    const kept = await makePublished(BAD);
    await keepReview(kept.buyer, kept.reviewId);
    expect(await shown(kept.productId)).toEqual([kept.reviewId]);

    const left = await makePublished(BAD);
    await moveClock(47 * 3600);
    await fireDueDeadlines([productReviewWorkflow]);
    expect(await shown(left.productId)).toEqual([]);
    await moveClock(49 * 3600);
    await fireDueDeadlines([productReviewWorkflow]);
    expect(await shown(left.productId)).toEqual([left.reviewId]);
    expect(await rating(left.productId)).toMatchObject({ count: 1, stars: [0, 1, 0, 0, 0] });
  });

  it('is like any other where the rule is switched off', async () => {
    await setRule('productReview.lowStars', 0);
    const { reviewId } = await makePublished(BAD);
    expect(await reviewState(reviewId)).toBe('published');
  });
});
