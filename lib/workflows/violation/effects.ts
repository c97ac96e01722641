import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { merchants, products } from '@/db/schema';
import { accountOf, system } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import type { EffectContext } from '@/lib/engine/bind';
import { fireIn } from '@/lib/engine/fire';
import { DomainError, forbidden, invalid } from '@/lib/errors';
import { attachFiles, type FileGrant } from '@/lib/files/attach';
import { TIME_ZONE } from '@/lib/i18n/locales';
import { dayOf } from '@/lib/time/working-days';
import { productWorkflow } from '@/lib/workflows/product/commands';
import { ensureStanding, moveStandingIn } from '@/lib/workflows/standing/commands';
import type { ViolationRow } from './machine';
import type { violationInputs } from './schema';

type Inputs = { [E in keyof typeof violationInputs]: z.infer<(typeof violationInputs)[E]> };
type Context<Input> = EffectContext<ViolationRow, Input, object>;

const complaint = (field: string, name: string) =>
  invalid({ [field]: `violation.error.record.${name}` });

/** The product concerned, of this merchant, on which the action is possible. */
async function productOf(tx: Tx, input: Inputs['record']) {
  if (!input.productId) return undefined;
  const [product] = await tx.select().from(products).where(eq(products.id, input.productId));
  if (product?.merchantId !== input.merchantId) throw complaint('productId', 'productUnknown');
  if (input.productAction === 'freeze' && product.state !== 'onSale')
    throw complaint('productAction', 'notOnSale');
  if (input.productAction === 'delist' && product.state === 'delisted')
    throw complaint('productAction', 'alreadyDelisted');
  return product;
}

async function attach(
  { tx, actor, row, now, record }: Context<unknown>,
  ids: string[],
  purpose: 'violationEvidence' | 'violationAnswer',
  field: string,
  grants: FileGrant[],
) {
  const user = `violation:${row.id}`;
  const files = await attachFiles(tx, { ids, purpose, actor, grants, user, field, now });
  record({ files: files.map(({ id, name, sha256 }) => ({ id, name, sha256 })) });
  return files.map(({ id }) => id);
}

/**
 * Writes the breach down with the rule's words and points, and does what it leads to: to the product at once, to the
 * merchant where the recorder may decide that.
 */
export async function record(context: Context<Inputs['record']>) {
  const { tx, now, actor, row, input, setting, tell } = context;
  const { merchantId, productAction, merchantAction, reason } = input;
  const [merchant] = await tx.select().from(merchants).where(eq(merchants.id, merchantId));
  if (!merchant) throw complaint('merchantId', 'merchantUnknown');
  const rule = (await setting('standing.rules')).find(({ code }) => code === input.behaviour);
  if (!rule) throw complaint('behaviour', 'behaviourUnknown');
  if (merchantAction !== 'none' && !can(actor, 'standing.decide'))
    throw complaint('merchantAction', 'adminsOnly');
  const product = await productOf(tx, input);
  await listMerchant(context);
  if (product && productAction !== 'none' && (await stillSold(tx, product.id))) {
    const event = productAction === 'freeze' ? 'freeze' : 'delistForBreach';
    const by = system(`violation ${row.id}`);
    await fireIn({ tx, now }, by, productWorkflow, event, product.id, {
      reason: reason.slice(0, 500),
    });
  }
  const evidenceFileIds = await attach(
    context,
    input.evidenceFileIds,
    'violationEvidence',
    'evidenceFileIds',
    [{ merchantId }],
  );
  const behaviourText = { 'zh-CN': rule.zh, en: rule.en };
  tell({ behaviour: behaviourText, points: rule.points, reason });
  return {
    merchantId,
    merchantName: merchant.name,
    behaviour: rule.code,
    behaviourText,
    points: rule.points,
    productAction,
    merchantAction,
    until: input.until ?? null,
    deposit: { 'zh-CN': rule.depositZh, en: rule.depositEn },
    productId: product?.id ?? null,
    productName: product?.name ?? null,
    reason,
    evidenceFileIds,
    recordedBy: accountOf(actor) ?? 'system',
    recordedAt: now,
  };
}

/** An expulsion has delisted everything already. */
async function stillSold(tx: Tx, productId: string): Promise<boolean> {
  const [row] = await tx
    .select({ state: products.state })
    .from(products)
    .where(eq(products.id, productId));
  return row !== undefined && row.state !== 'delisted';
}

/** What the violation does to the merchant; a complaint of the standing is one about the field. */
async function listMerchant({ tx, now, row, input }: Context<Inputs['record']>): Promise<void> {
  const { merchantId, merchantAction, until, reason } = input;
  if (merchantAction === 'none') return;
  const by = system(`violation ${row.id}`);
  const day = until && { until: dayOf(new Date(until.getTime() - 1), TIME_ZONE) };
  const values = { ...day, reason, violationId: row.id };
  try {
    await moveStandingIn({ tx, now }, by, merchantAction, merchantId, values);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code === 'wrongState') throw complaint('merchantAction', 'notFromHere');
    if (error.code === 'refused' && error.detail.key)
      throw invalid({ until: { key: error.detail.key } });
    throw error;
  }
}

export async function answer(context: Context<Inputs['answer']>) {
  const { input, now } = context;
  const ids = input.answerFileIds;
  return {
    answer: input.answer,
    answerFileIds: await attach(context, ids, 'violationAnswer', 'answerFileIds', []),
    answeredAt: now,
  };
}

const told = ({ row, tell }: Context<unknown>, reason: string) =>
  tell({ behaviour: row.behaviourText, points: row.points, reason });

export async function lapse(context: Context<unknown>) {
  told(context, context.row.reason);
}

export async function uphold(context: Context<Inputs['uphold']>) {
  told(context, context.input.reply);
  return { reply: context.input.reply, repliedAt: context.now };
}

/**
 * Takes the violation back, with the list and the freeze that it led to while they last. A delisting is final
 * (products.md 4.2), and so is an expulsion.
 */
export async function revoke(context: Context<Inputs['revoke']>) {
  const { tx, now, actor, row, input } = context;
  if (row.merchantAction !== 'none' && !can(actor, 'standing.decide')) throw forbidden();
  const by = system(`violation ${row.id}`);
  const reason = { reason: input.reply };
  if (row.merchantAction !== 'none') {
    const { state, violationId } = await ensureStanding({ tx, now }, row.merchantId);
    const listed = state === 'yellowListed' || state === 'blacklisted';
    if (listed && violationId === row.id)
      await moveStandingIn({ tx, now }, by, 'restore', row.merchantId, reason);
  }
  if (row.productAction === 'freeze' && row.productId) {
    const [product] = await tx.select().from(products).where(eq(products.id, row.productId));
    if (product?.state === 'frozen' && product.reason === row.reason.slice(0, 500)) {
      const words = { reason: input.reply.slice(0, 500) };
      await fireIn({ tx, now }, by, productWorkflow, 'unfreeze', row.productId, words);
    }
  }
  told(context, input.reply);
  return { reply: input.reply, repliedAt: now };
}
