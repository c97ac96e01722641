import { eq } from 'drizzle-orm';
import { fire } from '@/lib/engine/fire';
import { newId } from '@/lib/ids';
import { createOperator } from '@/lib/testing/actors';
import { productReviewWorkflow, writeReview } from '@/lib/workflows/product-review/commands';
import { getDatabase } from '../client';
import { productReviews, settingValues } from '../schema';
import { makeCompleted, type SupervisedOptions } from './supervision';

/** What a content customer writes, and a discontent one. */
export const GOOD = { quality: '5', service: '4', delivery: '5', text: '迁移很顺利，文档齐全。' };
export const BAD = { quality: '2', service: '1', delivery: '3', text: '比约定晚了一周。' };

/** A completed purchase with its review, as its buyer sent it. */
export async function makeReviewed(content: object = GOOD, options: SupervisedOptions = {}) {
  const scene = await makeCompleted(options);
  const review = await writeReview(scene.buyer, { orderLineId: scene.orderLineId, ...content });
  return { ...scene, reviewId: review.id, state: review.state };
}

/** Operations let a review pass. */
export const passReview = async (id: string) =>
  fire(await createOperator('reviewer'), productReviewWorkflow, 'pass', id, {});

/** The same after operations let it pass: published, or in negotiation when it is a bad one. */
export async function makePublished(content: object = GOOD, options: SupervisedOptions = {}) {
  const scene = await makeReviewed(content, options);
  await passReview(scene.reviewId);
  return scene;
}

/** Where a review stands. */
export async function reviewState(id: string): Promise<string | undefined> {
  const [row] = await getDatabase().select().from(productReviews).where(eq(productReviews.id, id));
  return row?.state;
}

/** Changes a rule from the beginning of time. */
export async function setRule(key: string, value: unknown): Promise<void> {
  await getDatabase()
    .insert(settingValues)
    .values({
      id: newId('setting'),
      key,
      value,
      effectiveFrom: new Date(0),
      createdAt: new Date(),
      createdBy: 'factory',
      note: '',
    });
}
