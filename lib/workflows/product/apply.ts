import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { categories, skus, specs } from '@/db/schema';
import type { Billing } from '@/db/schema/product';
import type { ProductProposal, SkuDraft, SpecDraft } from '@/db/schema/product-application';
import { newId } from '@/lib/ids';
import { searchDocument } from '@/lib/search/words';
import type { SettingReader } from '@/lib/settings/read';
import { addJob } from '@/lib/worker/add-job';
import { textOfHtml } from './html';
import { lowestPrice } from './pricing';
import { quantityOf } from './quantity';
import { skuKey } from './sku-key';
import { deriveTaxType } from './tax';

export interface Applying {
  tx: Tx;
  now: Date;
  setting: SettingReader;
  productId: string;
  merchantId: string;
  deliveryType: string;
  proposal: ProductProposal;
}

type TaxOf = (billing: Billing) => string;

/** Columns of the product that a proposal decides. */
export async function productColumns(applying: Applying, taxOf: TaxOf) {
  const { proposal } = applying;
  const { name, productVersion, categoryId, publicSale, specs: _, ...content } = proposal;
  return {
    name,
    productVersion,
    categoryId,
    publicSale,
    content,
    logoFileId: proposal.logoFileId,
    taxType: taxOf(proposal.specs[0]?.billings[0] ?? 'oneTime'),
    fromPrice: lowestOf(proposal.specs),
    searchText: searchDocument(
      name,
      content.summary,
      content.highlights.join(' '),
      content.tags.join(' '),
      content.seo.keywords,
      textOfHtml(content.description).slice(0, 2000),
      proposal.specs.map((spec) => spec.name).join(' '),
    ),
  };
}

/** The least a visible SKU costs, or a hidden one where all are hidden. */
export function lowestOf(drafts: readonly SpecDraft[]): bigint {
  const visible = drafts.filter((spec) => !spec.hidden);
  const prices = (visible.length > 0 ? visible : drafts).flatMap((spec) =>
    spec.skus
      .filter((sku) => sku.offered)
      .map((sku) =>
        lowestPrice({
          billing: sku.billing,
          price: BigInt(priceText(spec, sku)),
          quantity: quantityOf(spec, sku),
        }),
      ),
  );
  return prices.reduce((least, price) => (price < least ? price : least), prices[0] ?? 0n);
}

/** Unit price of a SKU: its own, or that of its first band. */
const priceText = (spec: SpecDraft, sku: SkuDraft): string =>
  quantityOf(spec, sku)?.bands[0]?.price ?? sku.price;

/** Derives tax types under the rules that hold now. */
export async function taxDerivation({ tx, setting, deliveryType, proposal }: Applying) {
  const rules = await setting('tax.derivation');
  const tree = await tx.select().from(categories);
  const leaf = tree.find((row) => row.id === proposal.categoryId);
  const top = tree.find((row) => row.id === leaf?.parentId);
  const categoryCodes = [leaf?.code, top?.code].filter((code) => code !== undefined);
  return (billing: Billing): string =>
    deriveTaxType(rules, { deliveryType, billing, categoryCodes });
}

/**
 * Writes the specifications and SKUs of a proposal: new ones are listed, those on sale take over what may change.
 * What was delisted meanwhile stays delisted (products.md 4.2).
 */
export async function applySpecs(applying: Applying, taxOf: TaxOf): Promise<void> {
  const { tx, now, productId, merchantId, proposal } = applying;
  const live = await tx.select().from(specs).where(eq(specs.productId, productId));
  for (const [position, draft] of proposal.specs.entries()) {
    const columns = {
      name: draft.name,
      description: draft.description,
      hidden: draft.hidden,
      pricing: draft.pricing,
      attributes: draft.attributes,
      position,
      updatedAt: now,
    };
    const known = live.find((spec) => spec.id === draft.id);
    if (known?.state === 'delisted') continue;
    const specId = known?.id ?? newId('spec', now);
    if (known) await tx.update(specs).set(columns).where(eq(specs.id, specId));
    else {
      await tx
        .insert(specs)
        .values({ ...columns, id: specId, productId, merchantId, state: 'onSale', createdAt: now });
    }
    await applySkus(applying, taxOf, specId, draft);
  }
}

async function applySkus(applying: Applying, taxOf: TaxOf, specId: string, draft: SpecDraft) {
  const { tx, now, productId, merchantId } = applying;
  const live = await tx
    .select()
    .from(skus)
    .where(and(eq(skus.specId, specId), eq(skus.state, 'onSale')));
  const repriced: string[] = [];
  for (const [position, sku] of draft.skus.filter((one) => one.offered).entries()) {
    const key = skuKey(sku);
    const columns = {
      price: BigInt(priceText(draft, sku)),
      quantity: quantityOf(draft, sku),
      taxType: taxOf(sku.billing),
      position,
      updatedAt: now,
    };
    const known = live.find((row) => row.key === key);
    if (known) {
      await tx.update(skus).set(columns).where(eq(skus.id, known.id));
      repriced.push(known.id);
    } else {
      const named = new Map(draft.attributes.map((one) => [one.code, one.name]));
      await tx.insert(skus).values({
        ...columns,
        id: newId('sku', now),
        specId,
        productId,
        merchantId,
        state: 'onSale',
        billing: sku.billing,
        attributes: sku.values.map(({ code, value }) => ({
          code,
          name: named.get(code) ?? code,
          value,
        })),
        key,
        createdAt: now,
      });
    }
  }
  // Orders under terms that no longer hold cannot be paid (orders-and-refunds.md 3).
  if (repriced.length > 0) {
    await addJob(tx, 'invalidate-orders', { skuIds: repriced, changed: true });
  }
}

/**
 * Takes specifications off the shelf with their SKUs; all of the product's when none are named. Orders of them that
 * nobody has paid yet, and vouchers for nothing else, end by jobs.
 */
export async function delistRows(
  tx: Tx,
  now: Date,
  productId: string,
  which: { specIds?: string[]; skuIds?: string[] } = {},
): Promise<void> {
  const gone = { state: 'delisted' as const, delistedAt: now, updatedAt: now };
  const mine = and(eq(skus.productId, productId), eq(skus.state, 'onSale'));
  if (which.skuIds) {
    const taken = await tx
      .update(skus)
      .set(gone)
      .where(and(mine, inArray(skus.id, which.skuIds)))
      .returning({ id: skus.id });
    await endUnpaid(tx, productId, taken);
    return;
  }
  const { specIds } = which;
  await tx
    .update(specs)
    .set(gone)
    .where(
      and(
        eq(specs.productId, productId),
        eq(specs.state, 'onSale'),
        specIds ? inArray(specs.id, specIds) : undefined,
      ),
    );
  const taken = await tx
    .update(skus)
    .set(gone)
    .where(and(mine, specIds ? inArray(skus.specId, specIds) : undefined))
    .returning({ id: skus.id });
  await endUnpaid(tx, productId, taken);
}

async function endUnpaid(tx: Tx, productId: string, taken: { id: string }[]): Promise<void> {
  const skuIds = taken.map(({ id }) => id);
  if (skuIds.length > 0) await addJob(tx, 'invalidate-orders', { skuIds });
  // Vouchers for nothing that is still sold end too (sales.md 1.2).
  await addJob(tx, 'invalidate-vouchers', { productId });
}

/** The "from" price of what is left on sale, written after a delisting. */
export async function remainingFromPrice(tx: Tx, productId: string): Promise<bigint | undefined> {
  const rows = await tx
    .select({ sku: skus, hidden: specs.hidden })
    .from(skus)
    .innerJoin(specs, eq(specs.id, skus.specId))
    .where(and(eq(skus.productId, productId), eq(skus.state, 'onSale')));
  const visible = rows.filter((row) => !row.hidden);
  const prices = (visible.length > 0 ? visible : rows).map(({ sku }) => lowestPrice(sku));
  return prices.reduce<bigint | undefined>(
    (least, price) => (least === undefined || price < least ? price : least),
    undefined,
  );
}
