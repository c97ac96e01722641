import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { accounts, productReviewMessages } from '@/db/schema';
import { accountOf } from '@/lib/auth/actor';
import type { Effect, EffectContext } from '@/lib/engine/bind';
import { invalid, notFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { outcomeOf } from '@/lib/review/outcome';
import { veiledName } from '@/lib/veiled-name';
import { contentOf, requireDecent } from './content';
import type { ProductReviewFacts, ProductReviewRow } from './machine';
import type { productReviewInputs } from './schema';
import { putUp, showPictures, takeDown } from './shelf';

type Inputs = { [E in keyof typeof productReviewInputs]: z.infer<(typeof productReviewInputs)[E]> };
type On<E extends keyof Inputs> = Effect<ProductReviewRow, Inputs[E], ProductReviewFacts>;
type Plain = Effect<ProductReviewRow, Record<string, never>, ProductReviewFacts>;

/** What reaching a state does besides the state itself; answers the columns that say so. */
async function arrive(
  {
    tx,
    now,
    row,
    facts,
    tell,
  }: Pick<
    EffectContext<ProductReviewRow, unknown, ProductReviewFacts>,
    'tx' | 'now' | 'row' | 'facts' | 'tell'
  >,
  values: Partial<ProductReviewRow> = {},
): Promise<Partial<ProductReviewRow>> {
  const { landing } = facts;
  const after = { ...row, ...values };
  tell({ state: landing ?? '' });
  if (landing === 'negotiating') {
    await showPictures(tx, after, 'merchant', now);
    return { ...values, negotiatedAt: now };
  }
  if (landing !== 'published') return values;
  await putUp(tx, after, now);
  return { ...values, publishedAt: row.publishedAt ?? now };
}

export const open: On<'open'> = async (context) => {
  const { tx, actor, facts, setting } = context;
  const accountId = accountOf(actor);
  const [author] = accountId
    ? await tx.select().from(accounts).where(eq(accounts.id, accountId))
    : [];
  if (!author || !facts.bought) throw notFound();
  const { line, order } = facts.bought;
  return arrive(context, {
    orderId: order.id,
    orderLineId: line.id,
    orderNumber: order.number,
    buyerId: author.id,
    merchantId: order.merchantId,
    productId: line.productId,
    productName: line.productName,
    specName: line.specName,
    merchantName: order.merchantName,
    buyerName: author.name,
    reviewedBy: (await setting('productReview.shortenNames'))
      ? veiledName(author.name)
      : author.name,
    ...(await contentOf(context)),
  });
};

export const edit: On<'edit'> = async (context) => {
  const { tx, now, row } = context;
  const published = row.state === 'published';
  if (published) await takeDown(tx, row);
  return arrive(context, {
    ...(await contentOf(context)),
    outcome: null,
    edits: row.edits + (published ? 1 : 0),
    editedAt: now,
  });
};

export const pass: On<'pass'> = async (context) => {
  const { actor, input, now } = context;
  return arrive(context, { outcome: outcomeOf('approved', input, actor, now) });
};

/** Every reason cites a rule of the house, so that the author knows what to change (design 3.9). */
export const refuse: On<'refuse'> = async ({ actor, input, now, setting }) => {
  const rules = new Set((await setting('productReview.rules')).map(({ code }) => code));
  if (input.reasons.length === 0) throw invalid({ 'reasons.0.field': 'form.error.required' });
  const without = input.reasons.findIndex(({ rule }) => !rule || !rules.has(rule));
  if (without >= 0) throw invalid({ [`reasons.${without}.rule`]: 'productReview.error.rule' });
  return { outcome: outcomeOf('rejected', input, actor, now) };
};

export const say: On<'say'> = async ({ tx, now, actor, row, input, setting, record, tell }) => {
  await requireDecent(setting, 'text', input.text);
  const side = actor.kind === 'member' ? 'merchant' : 'buyer';
  await tx.insert(productReviewMessages).values({
    id: newId('productReviewMessage', now),
    reviewId: row.id,
    buyerId: row.buyerId,
    merchantId: row.merchantId,
    side,
    text: input.text,
    createdAt: now,
  });
  record({ data: { side, text: input.text } });
  tell({ side, said: input.text });
};

const uphold: Plain = async (context) => {
  await putUp(context.tx, context.row, context.now);
  context.tell({ state: 'published' });
  return { publishedAt: context.row.publishedAt ?? context.now };
};
export const keep = uphold;
export const publish = uphold;

export const answer: On<'answer'> = async ({ row, now, input, setting, record, tell }) => {
  await requireDecent(setting, 'answer', input.answer);
  record({ data: { answer: input.answer } });
  tell({ again: row.answer === null ? 'no' : 'yes' });
  return { answer: input.answer, answeredAt: now };
};

export const followUp: On<'followUp'> = async ({ now, input, setting, record }) => {
  await requireDecent(setting, 'followUp', input.followUp);
  record({ data: { text: input.followUp } });
  return { followUp: input.followUp, followedUpAt: now };
};

export const hide: On<'hide'> = async ({ tx, row, input, setting, record, tell }) => {
  const rules = await setting('productReview.rules');
  const cited = rules.find(({ code }) => code === input.rule);
  if (!cited) throw invalid({ rule: 'productReview.error.rule' });
  await takeDown(tx, row);
  record({ data: { rule: cited, reason: input.reason } });
  tell({ reason: input.reason });
  return { hiddenRule: input.rule, hiddenReason: input.reason };
};

export const show: Plain = async ({ tx, row, now }) => {
  await putUp(tx, row, now);
  return { hiddenRule: null, hiddenReason: null };
};

/** What was written stays on record for operations; nobody else sees it any more. */
const remove: Plain = async ({ tx, row }) => {
  if (row.state === 'published') await takeDown(tx, row);
  return {};
};

export { remove as delete };
