import { eq } from 'drizzle-orm';
import { getDatabase } from '@/db/client';
import { BAD, GOOD } from '@/db/factories/product-review';
import { orderLines, productReviews } from '@/db/schema';
import { decideReview } from '@/lib/records/review/commands';
import {
  answerReview,
  deleteReview,
  editReview,
  followUpReview,
  hideReview,
  keepReview,
  sayInReview,
  showReview,
  writeReview,
} from '@/lib/workflows/product-review/commands';
import { act, appears, chance, type Lane } from '../lane';
import { patiently } from '../sure';
import { uploadPicture } from '../uploads';
import type { Deal } from './delivery';

/** A review, read by operations first; a bad one is talked over, a published one answered, hidden and shown again. */
export async function review(lane: Lane, { orderId }: Deal): Promise<void> {
  const { buyer, owner } = lane.company;
  const pictures = chance(lane, 0.4) ? [await uploadPicture(lane, buyer, 'reviewPicture')] : [];
  const content = { ...(chance(lane, 0.4) ? BAD : GOOD), pictures };
  const orderLineId = await lineOf(orderId);
  const written = await act(
    lane,
    'productReview.open',
    () => writeReview(buyer, { orderLineId, ...content }),
    pictures,
  );
  if (!written) return;
  const { id } = written;
  let state = await decided(lane, id);
  if (state === 'refused') {
    const edit = () => editReview(buyer, id, content);
    await act(lane, 'productReview.edit', edit, pictures);
    state = await decided(lane, id);
  }
  if (!state) return;
  if (state === 'negotiating') await negotiate(lane, id);
  const answer = { answer: '感谢反馈，我们会改进。' };
  const followUp = { followUp: '一个月后仍然稳定。' };
  await Promise.all([
    act(lane, 'productReview.answer', () => answerReview(owner, id, answer)),
    act(lane, 'productReview.followUp', () => followUpReview(buyer, id, followUp)),
  ]);
  if (chance(lane, 0.3)) await hide(lane, id);
  if (chance(lane, 0.2)) await act(lane, 'productReview.delete', () => deleteReview(buyer, id));
}

/** Operations decide in the queue; the decision takes effect when the time to undo it is over. */
async function decided(lane: Lane, id: string): Promise<string | undefined> {
  const pass = chance(lane, 0.8);
  const event = pass ? 'pass' : 'refuse';
  const reasons = [{ field: 'text', rule: 'PR-1', text: '与所购服务无关。' }];
  const decision = { event, input: pass ? {} : { reasons } };
  const told = await act(lane, `productReview.${event}`, async () => {
    await decideReview(lane.cast.staff, 'productReview', id, decision);
    // Which version it makes is seen when it takes effect.
    return { id, version: 0 };
  });
  if (!told) return undefined;
  return appears(async () => {
    const [row] = await getDatabase()
      .select({ state: productReviews.state })
      .from(productReviews)
      .where(eq(productReviews.id, id));
    return row?.state === 'underReview' ? undefined : row?.state;
  }, 20);
}

async function negotiate(lane: Lane, id: string): Promise<void> {
  const { buyer, owner } = lane.company;
  const say = { text: '我们愿意补做一次培训。' };
  await Promise.all([
    act(lane, 'productReview.say', () => sayInReview(owner, id, say)),
    act(lane, 'productReview.say', () => sayInReview(buyer, id, { text: '可以。' })),
  ]);
  await act(lane, 'productReview.keep', () => keepReview(buyer, id));
}

/** Two operators hide it at once; it is shown again. */
async function hide(lane: Lane, id: string): Promise<void> {
  const { staff } = lane.cast;
  const why = { rule: 'PR-2', reason: '含有联系方式。' };
  const once = () => act(lane, 'productReview.hide', () => hideReview(staff, id, why));
  await Promise.all([once(), once()]);
  await act(lane, 'productReview.show', () => showReview(staff, id));
}

async function lineOf(orderId: string): Promise<string> {
  const [line] = await patiently(() =>
    getDatabase()
      .select({ id: orderLines.id })
      .from(orderLines)
      .where(eq(orderLines.orderId, orderId)),
  );
  return line?.id ?? '';
}
