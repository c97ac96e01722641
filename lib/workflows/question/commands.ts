import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { accounts, products, questions } from '@/db/schema';
import { accountOf } from '@/lib/auth/actor';
import { bindWorkflow } from '@/lib/engine/bind';
import { command } from '@/lib/engine/fire';
import { opening } from '@/lib/engine/open';
import { notFound } from '@/lib/errors';
import { question } from './machine';

const onSale = async (tx: Tx, productId: string) => {
  const [product] = await tx
    .select({ name: products.name, merchantId: products.merchantId })
    .from(products)
    .where(and(eq(products.id, productId), eq(products.state, 'onSale')));
  return product;
};

/** The asker as others see it: the first character of the name, so that nobody is exposed by a question. */
const veiled = (name: string) => `${[...name][0] ?? '*'}**`;

export const questionWorkflow = bindWorkflow(question, {
  table: questions,
  stream: (row) => `product:${row.productId}`,
  tenant: (row) => ({ merchantId: row.merchantId, buyerId: row.buyerId }),
  title: (row) => row.text,
  facts: async ({ tx, row, input, setting }) => ({
    sensitiveWords: await setting('content.sensitiveWords'),
    maxLength: await setting('question.maxLength'),
    product: await onSale(
      tx,
      row?.productId ?? ('productId' in input ? String(input.productId) : ''),
    ),
  }),
  effects: {
    ask: async ({ tx, actor, input, facts }) => {
      const accountId = accountOf(actor);
      const [asker] = accountId
        ? await tx.select().from(accounts).where(eq(accounts.id, accountId))
        : [];
      if (!asker || !facts.product) throw notFound();
      return {
        productId: input.productId,
        merchantId: facts.product.merchantId,
        productName: facts.product.name,
        buyerId: asker.id,
        askedBy: veiled(asker.name),
        text: input.text,
      };
    },
    answer: async ({ input, now }) => ({ answer: input.answer, answeredAt: now }),
    hide: async ({ input, record }) => record({ data: { reason: input.reason } }),
  },
});

/** Asks the merchant about a product on sale. `(actor, { productId, text })` */
export const askQuestion = opening(questionWorkflow, 'ask');
/** Answers, or corrects the answer. `(actor, id, { answer })` */
export const answerQuestion = command(questionWorkflow, 'answer');
/** Takes a question off the page, with a reason on record. `(actor, id, { reason })` */
export const hideQuestion = command(questionWorkflow, 'hide');
