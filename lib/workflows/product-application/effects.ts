import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { members, productProposals, products, skus, specs } from '@/db/schema';
import type { ProductProposal, RejectionReason } from '@/db/schema/product-application';
import { type Member, system } from '@/lib/auth/actor';
import type { EffectContext } from '@/lib/engine/bind';
import { fireIn } from '@/lib/engine/fire';
import { DomainError, notFound } from '@/lib/errors';
import { attachFiles, detachFiles } from '@/lib/files/attach';
import { productWorkflow } from '@/lib/workflows/product/commands';
import { listProductIn } from '@/lib/workflows/product/list';
import { emptyProposal, type LiveProduct, proposalOf } from '@/lib/workflows/product/proposal';
import { fileFields, fileIdsOf } from './file-fields';
import { readFormContext } from './form-context';
import { reviewDue, submissionComplaints } from './judge';
import type { ApplicationFacts, ApplicationRow } from './machine';
import { sanitizeDescription } from './sanitize';

type Context<Input> = EffectContext<ApplicationRow, Input, ApplicationFacts>;

const userOf = (id: string) => `productApplication:${id}`;

/** What an application proposes, locked until the commit. */
async function lockProposal(tx: Tx, applicationId: string): Promise<ProductProposal> {
  const [row] = await tx
    .select()
    .from(productProposals)
    .where(eq(productProposals.applicationId, applicationId))
    .for('update');
  if (!row) throw notFound();
  return row.content;
}

/** The product with everything listed under it. */
export async function readLive(tx: Tx, productId: string): Promise<LiveProduct> {
  const [product] = await tx.select().from(products).where(eq(products.id, productId));
  if (!product) throw notFound();
  return {
    product,
    specs: await tx.select().from(specs).where(eq(specs.productId, productId)),
    skus: await tx.select().from(skus).where(eq(skus.productId, productId)),
  };
}

async function start(context: Context<unknown>, content: ProductProposal) {
  const { tx, now, row, actor } = context;
  const { merchantId, accountId } = actor as Member;
  await tx
    .insert(productProposals)
    .values({ applicationId: row.id, merchantId, content, updatedAt: now });
  return { merchantId, accountId, name: content.name };
}

export async function open(context: Context<{ class: string; deliveryType: string }>) {
  const { input } = context;
  return {
    ...(await start(context, emptyProposal())),
    kind: 'publish' as const,
    class: input.class,
    deliveryType: input.deliveryType,
  };
}

/** A modification starts from what is live. */
export async function openModify(context: Context<{ productId: string }>) {
  const live = await readLive(context.tx, context.input.productId);
  return {
    ...(await start(context, proposalOf(live))),
    kind: 'modify' as const,
    productId: live.product.id,
    class: live.product.class,
    deliveryType: live.product.deliveryType,
  };
}

/** Writes a part of the form: rich text sanitized, uploads taken over, those left out let go. */
export async function save(context: Context<{ proposal: Partial<ProductProposal> }>) {
  const { tx, now, row, actor, input } = context;
  const before = await lockProposal(tx, row.id);
  const content: ProductProposal = { ...before, ...input.proposal };
  content.description = sanitizeDescription(content.description);
  const known = new Set(fileIdsOf(before));
  for (const { field, purpose, ids } of fileFields(content)) {
    const fresh = ids.filter((id) => !known.has(id));
    await attachFiles(tx, { ids: fresh, purpose, actor, user: userOf(row.id), field, now });
  }
  const kept = new Set(fileIdsOf(content));
  await detachFiles(tx, {
    ids: [...known].filter((id) => !kept.has(id)),
    user: userOf(row.id),
    now,
  });
  await tx
    .update(productProposals)
    .set({ content, updatedAt: now })
    .where(eq(productProposals.applicationId, row.id));
  context.record({ data: { saved: Object.keys(input.proposal) } });
  return { name: content.name };
}

/**
 * Hands the form in: complete, within the rules, nothing frozen touched. What was submitted is kept in the evidence.
 * @throws DomainError invalid with a complaint per field
 */
export async function submit(context: Context<unknown>) {
  const { tx, now, row, setting } = context;
  const { merchantId } = row;
  const proposal = await lockProposal(tx, row.id);
  const form = await readFormContext(tx, setting, { ...row, applicationId: row.id });
  const live = row.productId ? proposalOf(await readLive(tx, row.productId)) : undefined;
  const fields = submissionComplaints(proposal, form, live);
  if (Object.keys(fields).length > 0) throw new DomainError('invalid', { fields });
  const files = await attachFiles(tx, {
    ids: fileIdsOf(proposal),
    purpose: [...new Set(fileFields(proposal).map(({ purpose }) => purpose))],
    actor: system('submission'),
    user: userOf(row.id),
    now,
  });
  context.record({
    data: { proposal },
    files: files.map(({ id, name, sha256 }) => ({ id, name, sha256 })),
  });
  return {
    submittedAt: now,
    reviewDueAt: await reviewDue(tx, setting, { merchantId, applicationId: row.id, now }),
    decidedAt: null,
  };
}

/** What was asked for becomes what is sold: a new product on sale at once, or new content of a live one. */
export async function approve(context: Context<{ opinion: string }>) {
  const { tx, now, row, input } = context;
  const proposal = await lockProposal(tx, row.id);
  const listing = {
    merchantId: row.merchantId,
    class: row.class,
    deliveryType: row.deliveryType,
    proposal,
    applicationId: row.id,
  };
  const actor = system(`productApplication ${row.id}`);
  const productId = row.productId ?? (await listProductIn({ tx, now }, actor, listing));
  if (row.productId)
    await fireIn({ tx, now }, actor, productWorkflow, 'revise', productId, listing);
  for (const { purpose, ids, open: everyone } of fileFields(proposal)) {
    const grants = everyone ? (['public'] as const) : [];
    await attachFiles(tx, { ids, purpose, actor, grants, user: `product:${productId}`, now });
  }
  if (!row.productId) await openToPublisher(tx, row, productId);
  context.tell({ name: row.name, kind: row.kind, productId });
  return { productId, decidedAt: now, opinion: input.opinion || null, reasons: [] };
}

/** A member limited to some products goes on seeing the one it published itself. */
async function openToPublisher(tx: Tx, row: ApplicationRow, productId: string): Promise<void> {
  const { merchantId, accountId } = row;
  await tx
    .update(members)
    .set({
      products: sql`${members.products} || ${JSON.stringify([productId])}::jsonb`,
      version: sql`${members.version} + 1`,
    })
    .where(
      and(
        eq(members.merchantId, merchantId),
        eq(members.accountId, accountId),
        sql`jsonb_typeof(${members.products}) = 'array'`,
      ),
    );
}

export async function reject(context: Context<{ reasons: RejectionReason[]; opinion: string }>) {
  const { row, input, now } = context;
  context.tell({ name: row.name, kind: row.kind });
  return { reasons: input.reasons, opinion: input.opinion || null, decidedAt: now };
}

/** The review is late: reviewers are told. */
export async function remind(context: Context<unknown>) {
  context.tell({ name: context.row.name });
}

/** Nothing of a deleted form is kept but its trace. */
export async function remove(context: Context<unknown>) {
  const { tx, now, row } = context;
  const proposal = await lockProposal(tx, row.id);
  await detachFiles(tx, { ids: fileIdsOf(proposal), user: userOf(row.id), now });
}
