import { eq } from 'drizzle-orm';
import { questions } from '@/db/schema';
import { accountAudience, merchantAudience } from '../audience';
import type { Notices, Resolve } from '../define';

/** Question waiting for an answer: message type 901; answered: told to the asker. */
const about =
  (audience: 'merchant' | 'buyer'): Resolve =>
  async ({ tx, row }) => {
    const [question] = await tx.select().from(questions).where(eq(questions.id, row.subjectId));
    if (!question) return null;
    const type = 'product.question';
    const receivers =
      audience === 'merchant'
        ? await merchantAudience(
            tx,
            question.merchantId,
            type,
            ['site', 'mail'],
            question.productId,
          )
        : await accountAudience(tx, question.buyerId, ['site', 'mail']);
    return {
      receivers,
      type,
      params: {
        product: question.productName,
        question: question.text,
        answer: question.answer ?? '',
      },
      href:
        audience === 'merchant'
          ? `/merchant/questions/${question.id}`
          : `/products/${question.productId}`,
    };
  };

export const questionNotices: Notices = { merchant: about('merchant'), buyer: about('buyer') };
