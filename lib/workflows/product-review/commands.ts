import { productReviews } from '@/db/schema';
import { accountOf } from '@/lib/auth/actor';
import { bindWorkflow, type FactsContext } from '@/lib/engine/bind';
import { command } from '@/lib/engine/fire';
import { opening } from '@/lib/engine/open';
import { notFound } from '@/lib/errors';
import { isBad } from './content';
import * as effects from './effects';
import { complaintAbout, endOf } from './limits';
import { type ProductReviewFacts, type ProductReviewRow, productReview } from './machine';
import type { ReviewContent } from './schema';
import { findBought, isReviewed } from './source';

type Context = Pick<
  FactsContext<ProductReviewRow, unknown>,
  'tx' | 'actor' | 'row' | 'input' | 'event' | 'setting' | 'now'
>;

/** Where content lands: with operations where they read first, else with the merchant when it is bad, else on the page. */
async function landingOf({
  row,
  input,
  event,
  setting,
}: Context): Promise<NonNullable<ProductReviewFacts['landing']>> {
  if (event !== 'pass' && (await setting('productReview.reviewFirst'))) return 'underReview';
  const scores = event === 'pass' ? row : (input as ReviewContent);
  const bad = scores && isBad(scores, await setting('productReview.lowStars'));
  return bad && !row?.negotiatedAt ? 'negotiating' : 'published';
}

async function factsOf(context: Context): Promise<ProductReviewFacts> {
  const { tx, actor, row, input, event, setting, now } = context;
  if (event === 'open') {
    const { orderLineId } = input as { orderLineId: string };
    const bought = await findBought(tx, accountOf(actor) ?? '', orderLineId);
    if (!bought) throw notFound();
    const end = await endOf(setting, 'productReview.writeDays', bought.order.completedAt);
    const complaint = (await isReviewed(tx, orderLineId))
      ? 'repeated'
      : end && now >= end
        ? 'tooLate'
        : undefined;
    return { bought, complaint, landing: await landingOf(context) };
  }
  if (!row) return {};
  return {
    complaint: await complaintAbout(row, event, now, setting),
    ...(event === 'edit' || event === 'pass' ? { landing: await landingOf(context) } : {}),
  };
}

export const productReviewWorkflow = bindWorkflow(productReview, {
  table: productReviews,
  stream: (row) => `productReview:${row.id}`,
  tenant: (row) => ({ merchantId: row.merchantId, buyerId: row.buyerId }),
  title: (row) => row.productName,
  facts: factsOf,
  effects,
});

/** Reviews an order line. `(actor, { orderLineId, quality, service, delivery, tags, text, pictures })` */
export const writeReview = opening(productReviewWorkflow, 'open');
/** Changes scores and words; the content anew, as on writing. */
export const editReview = command(productReviewWorkflow, 'edit');
export const deleteReview = command(productReviewWorkflow, 'delete');
/** Ends the negotiation: the review is published as it stands. */
export const keepReview = command(productReviewWorkflow, 'keep');
/** A message between buyer and merchant during the negotiation. `(actor, id, { text })` */
export const sayInReview = command(productReviewWorkflow, 'say');
/** The merchant's answer, or its correction. `(actor, id, { answer })` */
export const answerReview = command(productReviewWorkflow, 'answer');
/** What the buyer adds later, once. `(actor, id, { followUp })` */
export const followUpReview = command(productReviewWorkflow, 'followUp');
/** Takes a review off the page for breach. `(actor, id, { rule, reason })` */
export const hideReview = command(productReviewWorkflow, 'hide');
export const showReview = command(productReviewWorkflow, 'show');
