import { and, asc, count, desc, eq, inArray, sql } from 'drizzle-orm';
import { products, skus, specs, voucherPieces, vouchers } from '@/db/schema';
import { type Actor, accountOf, system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { ownRows } from '@/lib/list/own-rows';
import type { VoucherRow } from './machine';
import { leftOfAll } from './stock';

/** A product that a batch can be issued for, with what is on sale of it. */
export interface VoucherProduct {
  id: string;
  name: string;
  class: string;
  specs: { id: string; name: string; billings: VoucherRow['billing'][] }[];
}

/** The merchant's products on sale, by name. */
export function listVoucherProducts(actor: Actor): Promise<{ id: string; name: string }[]> {
  return withActor(actor, ({ tx }) =>
    tx
      .select({ id: products.id, name: products.name })
      .from(products)
      .where(
        and(
          ownRows(actor, 'voucher.manage', { merchant: products.merchantId, product: products.id }),
          eq(products.state, 'onSale'),
        ),
      )
      .orderBy(asc(products.name))
      .limit(500),
  );
}

/** One of them with its specifications and how they are billed. */
export function getVoucherProduct(actor: Actor, id: string): Promise<VoucherProduct | undefined> {
  return withActor(actor, async ({ tx }) => {
    const [product] = await tx
      .select()
      .from(products)
      .where(
        and(
          ownRows(actor, 'voucher.manage', { merchant: products.merchantId, product: products.id }),
          eq(products.id, id),
        ),
      );
    if (!product) return undefined;
    const rows = await tx
      .select({ id: specs.id, name: specs.name, billing: skus.billing })
      .from(skus)
      .innerJoin(specs, eq(specs.id, skus.specId))
      .where(and(eq(skus.productId, id), eq(skus.state, 'onSale'), eq(specs.state, 'onSale')))
      .orderBy(asc(specs.position), asc(skus.position));
    const byId = new Map<string, VoucherProduct['specs'][number]>();
    for (const { id: specId, name, billing } of rows) {
      const spec = byId.get(specId) ?? { id: specId, name, billings: [] };
      if (!spec.billings.includes(billing)) spec.billings.push(billing);
      byId.set(specId, spec);
    }
    return { id, name: product.name, class: product.class, specs: [...byId.values()] };
  });
}

/** What a product page offers. */
export interface VoucherOffer {
  batch: VoucherRow;
  specNames: string[];
  left: number;
  /** Pieces that this reader has or had. */
  mine: number;
}

/** Vouchers that anybody may claim on a product's page, the largest first; most at a time. */
const OFFERS = 20;

/** What a product page offers at the moment, with what this reader has of it already. */
export function listOffers(actor: Actor, productId: string): Promise<VoucherOffer[]> {
  const buyerId = accountOf(actor) ?? '';
  // Counts of what is left lie behind the merchant's fence.
  return withActor(system('offers of a product'), async ({ tx, now }) => {
    const rows = await tx
      .select()
      .from(vouchers)
      .where(
        and(
          eq(vouchers.productId, productId),
          eq(vouchers.state, 'active'),
          eq(vouchers.distribution, 'public'),
          eq(vouchers.showOnPage, true),
          sql`${vouchers.endsAt} > ${now.toISOString()}::timestamptz`,
        ),
      )
      .orderBy(desc(vouchers.amount), asc(vouchers.id))
      .limit(OFFERS);
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const held = await tx
      .select({ voucherId: voucherPieces.voucherId, count: count() })
      .from(voucherPieces)
      .where(and(eq(voucherPieces.buyerId, buyerId), inArray(voucherPieces.voucherId, ids)))
      .groupBy(voucherPieces.voucherId);
    const named = await tx
      .select({ id: specs.id, name: specs.name })
      .from(specs)
      .where(eq(specs.productId, productId));
    const left = await leftOfAll(tx, ids);
    return rows.map((batch) => ({
      batch,
      specNames: named.filter(({ id }) => batch.specIds.includes(id)).map(({ name }) => name),
      left: left.get(batch.id) ?? 0,
      mine: held.find((row) => row.voucherId === batch.id)?.count ?? 0,
    }));
  });
}
