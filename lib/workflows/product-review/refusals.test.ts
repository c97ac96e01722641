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
} from '@/db/factories/product-review';
import { makeCompleted, makeSupervised, moveClock } from '@/db/factories/supervision';
import { orders, outbox } from '@/db/schema';
import type { Operator } from '@/lib/auth/actor';
import { fireDueDeadlines } from '@/lib/deadlines/fire-due';
import { fire } from '@/lib/engine/fire';
import { createBuyer, createMerchant, createOperator, limitedMember } from '@/lib/testing/actors';
import {
  answerReview,
  editReview,
  hideReview,
  productReviewWorkflow,
  sayInReview,
  showReview,
  writeReview,
} from './commands';
import { getReview } from './queries';
import { listReviewables } from './reviewable-queries';
import { listProductReviews, listRatings } from './store-queries';

const VISITOR = { kind: 'visitor' } as const;
const DAY = 86_400;

let reviewer: Operator;
const refuse = (id: string, input: object) =>
  fire(reviewer, productReviewWorkflow, 'refuse', id, input);
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
  reviewer = (await createOperator('reviewer')) as Operator;
});

describe('operations', () => {
  it('refuse by a rule and a field; the buyer changes what is named', async () => {
    const { buyer, reviewId, productId } = await makeReviewed(GOOD);
    const reason = { field: 'text', text: '请删除联系方式。' };
    await expect(refuse(reviewId, { reasons: [reason] })).rejects.toMatchObject(
      fields('reasons.0.rule'),
    );
    await expect(
      refuse(reviewId, { reasons: [{ ...reason, rule: 'PR-99' }] }),
    ).rejects.toMatchObject(fields('reasons.0.rule'));
    await expect(refuse(reviewId, { note: '不好' })).rejects.toMatchObject(
      fields('reasons.0.field'),
    );
    await refuse(reviewId, { reasons: [{ ...reason, rule: 'PR-2' }] });
    expect(await reviewState(reviewId)).toBe('refused');
    expect(await shown(productId)).toEqual([]);
    await editReview(buyer, reviewId, { ...GOOD, text: '已删除。' });
    await passReview(reviewId);
    expect(await shown(productId)).toEqual([reviewId]);
  });

  it('hide for breach with a rule and a reason on record, and show again', async () => {
    const { owner, reviewId, productId } = await makePublished();
    const breach = { rule: 'PR-6', reason: '商家已提供验收单。' };
    await expect(hideReview(owner, reviewId, breach)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(
      hideReview(await createOperator('finance'), reviewId, breach),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await expect(hideReview(reviewer, reviewId, { ...breach, rule: 'x' })).rejects.toMatchObject(
      fields('rule'),
    );
    await expect(hideReview(reviewer, reviewId, { ...breach, reason: '' })).rejects.toMatchObject(
      fields('reason'),
    );
    await hideReview(reviewer, reviewId, breach);
    expect(await shown(productId)).toEqual([]);
    expect(await rating(productId)).toBeUndefined();
    await expect(answerReview(owner, reviewId, { answer: '谢谢' })).rejects.toMatchObject({
      code: 'wrongState',
    });
    await showReview(reviewer, reviewId);
    expect(await shown(productId)).toEqual([reviewId]);
    expect(await rating(productId)).toMatchObject({ count: 1 });
  });

  it('are reminded of what they have not read', async () => {
    const { reviewId } = await makeReviewed(GOOD);
    await moveClock(5 * DAY);
    await fireDueDeadlines([productReviewWorkflow]);
    const told = await getDatabase()
      .select()
      .from(outbox)
      .where(and(eq(outbox.subjectId, reviewId), eq(outbox.event, 'remind')));
    expect(told).toHaveLength(1);
  });
});

describe('a review is refused', () => {
  it('for what is not bought, not completed, somebody else’s, refunded in full, or long ago', async () => {
    const open = await makeSupervised();
    const lineOf = async (orderId: string) => `${orderId}-000001`;
    const write = (actor: Parameters<typeof writeReview>[0], orderLineId: string) =>
      writeReview(actor, { orderLineId, ...GOOD });
    await expect(write(open.buyer, await lineOf(open.orderId))).rejects.toMatchObject({
      code: 'notFound',
    });
    const done = await makeCompleted();
    await expect(write(await createBuyer(), done.orderLineId)).rejects.toMatchObject({
      code: 'notFound',
    });
    await expect(write(done.owner, done.orderLineId)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(write(done.buyer, 'ol_none')).rejects.toMatchObject({ code: 'notFound' });
    expect((await listReviewables(done.buyer, {})).rows).toHaveLength(1);

    await moveClock(31 * DAY);
    expect((await listReviewables(done.buyer, {})).rows).toEqual([]);
    await expect(write(done.buyer, done.orderLineId)).rejects.toMatchObject({
      detail: { key: 'productReview.error.open.tooLate' },
    });
    await moveClock(0);

    await getDatabase()
      .update(orders)
      .set({ refunded: 990_000n })
      .where(eq(orders.id, done.orderId));
    expect((await listReviewables(done.buyer, {})).rows).toEqual([]);
    await expect(write(done.buyer, done.orderLineId)).rejects.toMatchObject({ code: 'notFound' });
    await getDatabase().update(orders).set({ refunded: 500n }).where(eq(orders.id, done.orderId));
    await write(done.buyer, done.orderLineId);
    expect((await listReviewables(done.buyer, {})).rows).toEqual([]);
  });

  it('the second time, even when it is sent twice in the same moment', async () => {
    const { buyer, orderLineId } = await makeCompleted();
    const write = () => writeReview(buyer, { orderLineId, ...GOOD });
    const sent = await Promise.allSettled([write(), write()]);
    expect(sent.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(write()).rejects.toMatchObject({
      detail: { key: 'productReview.error.open.repeated' },
    });
  });

  it.each([
    ['quality', { quality: '' }],
    ['service', { service: '6' }],
    ['delivery', { delivery: '2.5' }],
    ['text', { text: '  ' }],
    ['text', { text: '长'.repeat(501) }],
    ['text', { text: '可以代开发票' }],
    ['tags', { tags: ['nonsense'] }],
  ])('with the field’s own sentence: %s %j', async (field, wrong) => {
    const { buyer, orderLineId } = await makeCompleted();
    await expect(writeReview(buyer, { orderLineId, ...GOOD, ...wrong })).rejects.toMatchObject(
      fields(field),
    );
  });

  it('to strangers: other merchants, members without the product or the permission, visitors', async () => {
    const { owner, reviewId } = await makePublished(BAD);
    const other = (await createMerchant()).owner;
    await expect(sayInReview(other, reviewId, { text: 'x' })).rejects.toMatchObject({
      code: 'notFound',
    });
    await expect(sayInReview(await createBuyer(), reviewId, { text: 'x' })).rejects.toMatchObject({
      code: 'notFound',
    });
    const scoped = limitedMember(
      owner,
      ['productReview.negotiate', 'productReview.read'],
      ['pd_x'],
    );
    await expect(sayInReview(scoped, reviewId, { text: 'x' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await getReview(scoped, reviewId)).toBeUndefined();
    expect(await getReview(other, reviewId)).toBeUndefined();
    expect(await getReview(await createBuyer(), reviewId)).toBeUndefined();
    const reader = limitedMember(owner, ['productReview.read']);
    expect(await getReview(reader, reviewId)).toBeDefined();
    await expect(sayInReview(reader, reviewId, { text: 'x' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(editReview(owner, reviewId, GOOD)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
