import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { accounts, products, questions } from '@/db/schema';
import { type Actor, accountOf } from '@/lib/auth/actor';
import { bindWorkflow } from '@/lib/engine/bind';
import { command } from '@/lib/engine/fire';
import { opening } from '@/lib/engine/open';
import { notFound } from '@/lib/errors';
import { veiledName } from '@/lib/veiled-name';
import { question } from './machine';

const onSale = async (tx: Tx, productId: string) => {
  const [product] = await tx
    .select({ name: products.name, merchantId: products.merchantId })
    .from(products)
    .where(and(eq(products.id, productId), eq(products.state, 'onSale')));
  return product;
};

/**
 * Whether the same question by the same person waits already. Two that are sent at the same moment come one after the
 * other.
 */
async function isWaiting(tx: Tx, actor: Actor, productId: string, text: string) {
  const buyerId = accountOf(actor);
  if (!buyerId) return false;
  const turn = `question:${buyerId}:${productId}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 0))`);
  const [same] = await tx
    .select({ id: questions.id })
    .from(questions)
    .where(
      and(
        eq(questions.buyerId, buyerId),
        eq(questions.productId, productId),
        eq(questions.text, text),
        eq(questions.state, 'asked'),
      ),
    )
    .limit(1);
  return Boolean(same);
}

export const questionWorkflow = bindWorkflow(question, {
  table: questions,
  stream: (row) => `product:${row.productId}`,
  tenant: (row) => ({ merchantId: row.merchantId, buyerId: row.buyerId }),
  title: (row) => row.text,
  facts: async ({ tx, actor, row, input, setting }) => ({
    sensitiveWords: await setting('content.sensitiveWords'),
    maxLength: await setting('question.maxLength'),
    product: await onSale(
      tx,
      row?.productId ?? ('productId' in input ? String(input.productId) : ''),
    ),
    waiting:
      !row && 'text' in input
        ? await isWaiting(tx, actor, String(input.productId), String(input.text))
        : false,
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
        askedBy: veiledName(asker.name),
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
