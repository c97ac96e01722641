import { eq } from 'drizzle-orm';
import { productReviews } from '@/db/schema';
import { accountAudience, merchantAudience } from '../audience';
import type { Notices, Resolve } from '../define';
import { reasonLines } from '../reasons';
import { operatorReceivers } from '../receivers';

type Audience = 'buyer' | 'merchant' | 'reviewers';

/** A bad review waiting for negotiation is an operations reminder (501, buyer-centre.md 12). */
const TYPE = 'product.review';

const about =
  (audience: Audience): Resolve =>
  async ({ tx, row }) => {
    const [review] = await tx
      .select()
      .from(productReviews)
      .where(eq(productReviews.id, row.subjectId));
    if (!review) return null;
    const said = row.params as Record<string, string>;
    // What was only handed in is nobody's business but operations'; what they need not read is not theirs.
    if ('state' in said && row.event !== 'pass') {
      const waits = said.state === 'underReview';
      if (audience === 'reviewers' ? !waits : audience === 'merchant' && waits) return null;
    }
    const receivers =
      audience === 'buyer'
        ? await accountAudience(tx, review.buyerId, ['site', 'mail'])
        : audience === 'reviewers'
          ? await operatorReceivers(tx, 'productReview.decide', ['site'])
          : await merchantAudience(tx, review.merchantId, TYPE, ['site', 'mail'], review.productId);
    return {
      receivers,
      type: audience === 'reviewers' ? 'review.waiting' : TYPE,
      params: (locale) => ({
        product: review.productName,
        merchant: review.merchantName,
        reviewer: review.reviewedBy,
        stars: review.stars,
        text: review.text,
        answer: review.answer ?? '',
        followUp: review.followUp ?? '',
        until: review.dueAt ?? review.updatedAt,
        reasons: reasonLines(review.outcome, 'productReview.field', locale),
        ...said,
      }),
      href: {
        buyer: `/buyer/reviews/${review.id}`,
        merchant: `/merchant/reviews/${review.id}`,
        reviewers: `/ops/product-reviews/${review.id}`,
      }[audience],
    };
  };

const buyer = about('buyer');
const merchant = about('merchant');

export const productReviewNotices: Notices = {
  buyer,
  merchant,
  reviewers: about('reviewers'),
  // A message of the negotiation goes to the other side.
  counterpart: (context) => (context.row.params.side === 'merchant' ? buyer : merchant)(context),
};
