import { asc, eq } from 'drizzle-orm';
import { type Actor, system } from '@/lib/auth/actor';
import { fire } from '@/lib/engine/fire';
import { withActor } from '@/lib/engine/with-actor';
import { makePicture } from '@/lib/files/samples/pictures';
import {
  answerReview,
  followUpReview,
  hideReview,
  keepReview,
  productReviewWorkflow,
  sayInReview,
  writeReview,
} from '@/lib/workflows/product-review/commands';
import { orderLines, orders } from '../schema';
import { asOperator, asOwner, upload } from './cast';

/** What a customer of the demo thinks of a purchase, and what comes of it. */
export interface Opinion {
  quality: number;
  service: number;
  delivery: number;
  tags: string[];
  text: string;
  picture?: string;
  /** What the merchant writes in the negotiation of a bad one. */
  apology?: string;
  /** The customer ends the negotiation and lets it stand. */
  kept?: boolean;
  answer?: string;
  followUp?: string;
  /** Operations take it off the page, citing a rule. */
  hidden?: { rule: string; reason: string };
}

/** What the demo's customers think of what was delivered to them, the oldest order first. */
const OPINIONS: Opinion[] = [
  {
    quality: 5,
    service: 5,
    delivery: 4,
    tags: ['professional', 'documented'],
    text: '方案评审很细致，割接当晚两位工程师全程在线，停机只用了四十分钟。核对报告和运行手册都很完整，交接后我们自己就能维护。',
    picture: '割接现场.png',
    answer: '感谢认可！运行手册会随版本更新，后续有任何问题随时联系我们。',
  },
  {
    quality: 3,
    service: 2,
    delivery: 2,
    tags: ['late'],
    text: '结果可用，但第一次交付缺少回退预案，补齐又等了一天多，沟通主要靠我们催。',
    apology:
      '非常抱歉给您带来不便。回退预案已补充归档，我们愿意免费提供一次季度巡检，您看是否合适？',
  },
];

/** Reviews of the demo's completed orders, by the commands that people use. */
export async function seedProductReviews(): Promise<void> {
  const bought = await withActor(system('demo'), ({ tx }) =>
    tx
      .select({ id: orders.id })
      .from(orders)
      .where(eq(orders.state, 'completed'))
      .orderBy(asc(orders.paidAt)),
  );
  for (const [index, opinion] of OPINIONS.entries()) {
    const order = bought[index];
    if (order) await giveOpinion(order.id, opinion);
  }
}

/** Reviews a completed order, and does what the opinion says came of it. */
export async function giveOpinion(orderId: string, opinion: Opinion): Promise<void> {
  const owner = await asOwner('owner');
  const reviewer = await asOperator('reviewer');
  const [line] = await withActor(system('demo'), ({ tx }) =>
    tx.select().from(orderLines).where(eq(orderLines.orderId, orderId)),
  );
  if (!line) throw new Error(`the demo has no order ${orderId}`);
  const buyer: Actor = { kind: 'buyer', accountId: line.buyerId };
  const { picture, apology, kept, answer, followUp, hidden, ...content } = opinion;
  const pictures = picture
    ? [
        await upload(
          buyer,
          'reviewPicture',
          picture,
          await makePicture({ width: 1200, height: 900, format: 'png', hue: 30 }),
        ),
      ]
    : [];
  const { id } = await writeReview(buyer, { ...content, orderLineId: line.id, pictures });
  await fire(reviewer, productReviewWorkflow, 'pass', id, {});
  if (apology) await sayInReview(owner, id, { text: apology });
  if (kept) await keepReview(buyer, id);
  if (answer) await answerReview(owner, id, { answer });
  if (followUp) await followUpReview(buyer, id, { followUp });
  if (hidden) await hideReview(reviewer, id, hidden);
}
