import { and, eq } from 'drizzle-orm';
import { skus, specs } from '@/db/schema';
import type { EffectContext, FactsContext } from '@/lib/engine/bind';
import { addJob } from '@/lib/worker/add-job';
import {
  type Applying,
  applySpecs,
  delistRows,
  productColumns,
  remainingFromPrice,
  taxDerivation,
} from './apply';
import type { ProductFacts, ProductRow } from './machine';
import type { Listing } from './schema';

type Context<Input> = EffectContext<ProductRow, Input, ProductFacts>;

/** What is on sale of the product, for guards and for the state after a delisting. */
export async function productFacts({
  tx,
  row,
}: FactsContext<ProductRow, unknown>): Promise<ProductFacts> {
  if (!row) return { specIds: [], skus: {} };
  const specRows = await tx
    .select({ id: specs.id })
    .from(specs)
    .where(and(eq(specs.productId, row.id), eq(specs.state, 'onSale')));
  const skuRows = await tx
    .select({ id: skus.id, specId: skus.specId })
    .from(skus)
    .where(and(eq(skus.productId, row.id), eq(skus.state, 'onSale')));
  return {
    specIds: specRows.map(({ id }) => id),
    skus: Object.fromEntries(skuRows.map(({ id, specId }) => [id, specId])),
  };
}

/** A new product; its specifications are written right after it (`listSpecs`), because they refer to it. */
export async function list(context: Context<Listing>) {
  const { input, setting, now, row } = context;
  const applying: Applying = { ...context, ...input, productId: row.id };
  const percent = await setting('product.feePercent');
  context.record({ data: { applicationId: input.applicationId } });
  return {
    ...(await productColumns(applying, await taxDerivation(applying))),
    merchantId: input.merchantId,
    class: input.class,
    deliveryType: input.deliveryType,
    feeRate: Math.round(percent * 100),
    listedAt: now,
  };
}

/** An approved modification goes live. */
export async function revise(context: Context<Listing>) {
  const { input, row } = context;
  const applying: Applying = { ...context, ...input, productId: row.id };
  const taxOf = await taxDerivation(applying);
  await applySpecs(applying, taxOf);
  const columns = await productColumns(applying, taxOf);
  const fromPrice = (await remainingFromPrice(context.tx, row.id)) ?? columns.fromPrice;
  // Vouchers hold for the class and the specifications that they were issued for (sales.md 1.2).
  await addJob(context.tx, 'invalidate-vouchers', { productId: row.id });
  context.record({ data: { applicationId: input.applicationId } });
  context.tell({ saleChanged: row.publicSale !== columns.publicSale, public: columns.publicSale });
  return { ...columns, fromPrice };
}

export async function delist(context: Context<unknown>) {
  await delistRows(context.tx, context.now, context.row.id);
}

export async function delistForBreach(context: Context<{ reason: string }>) {
  await delist(context);
  context.tell({ reason: context.input.reason });
  return { reason: context.input.reason };
}

export async function delistSpec(context: Context<{ specId: string }>) {
  const { tx, now, row, input } = context;
  const [spec] = await tx.select().from(specs).where(eq(specs.id, input.specId));
  await delistRows(tx, now, row.id, { specIds: [input.specId] });
  context.record({ data: { specId: input.specId, spec: spec?.name ?? '' } });
  context.tell({ spec: spec?.name ?? '' });
  return { fromPrice: (await remainingFromPrice(tx, row.id)) ?? row.fromPrice };
}

export async function delistSku(context: Context<{ skuId: string }>) {
  const { tx, now, row, input, facts } = context;
  const specId = facts.skus[input.skuId] ?? '';
  const last = Object.entries(facts.skus).every(
    ([id, spec]) => id === input.skuId || spec !== specId,
  );
  const [spec] = await tx.select().from(specs).where(eq(specs.id, specId));
  await delistRows(tx, now, row.id, last ? { specIds: [specId] } : { skuIds: [input.skuId] });
  context.record({ data: { skuId: input.skuId, specId, spec: spec?.name ?? '' } });
  context.tell({ spec: spec?.name ?? '' });
  return { fromPrice: (await remainingFromPrice(tx, row.id)) ?? row.fromPrice };
}

export async function freeze(context: Context<{ reason: string }>) {
  context.tell({ reason: context.input.reason });
  return { reason: context.input.reason };
}

export async function unfreeze(context: Context<{ reason: string }>) {
  context.record({ data: { reason: context.input.reason } });
  context.tell({ reason: context.input.reason });
  return { reason: null };
}
