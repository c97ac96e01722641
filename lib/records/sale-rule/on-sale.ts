import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { products, specs } from '@/db/schema';
import type { Actor, Member } from '@/lib/auth/actor';
import { can, type Permission } from '@/lib/auth/permissions';
import { forbidden, notFound, refused } from '@/lib/errors';

export type ProductRow = typeof products.$inferSelect;
export type SpecRow = typeof specs.$inferSelect;

/**
 * A product of the member's merchant that it may configure: on sale or frozen, and in the member's scope.
 * @throws DomainError notFound, forbidden, refused `saleRule.error.delisted`
 */
export async function ownProduct(
  tx: Tx,
  actor: Actor,
  permission: Permission,
  productId: string,
): Promise<ProductRow> {
  const [product] = await tx.select().from(products).where(eq(products.id, productId));
  if (!product || product.merchantId !== (actor as Member).merchantId) throw notFound();
  if (!can(actor, permission, { productId })) throw forbidden();
  if (product.state === 'delisted') throw refused('saleRule.error.delisted');
  return product;
}

/** The same by one of its specifications that is on sale. */
export async function ownSpec(
  tx: Tx,
  actor: Actor,
  permission: Permission,
  specId: string,
): Promise<{ product: ProductRow; spec: SpecRow }> {
  const [spec] = await tx.select().from(specs).where(eq(specs.id, specId));
  if (!spec) throw notFound();
  const product = await ownProduct(tx, actor, permission, spec.productId);
  if (spec.state === 'delisted') throw refused('saleRule.error.delisted');
  return { product, spec };
}
