import { and, asc, eq } from 'drizzle-orm';
import { system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { products, skus, specs } from '../schema';

/** The demo's service that needs no requirement, by its two sizes; nothing when it is not on sale. */
export async function configurationSkus(): Promise<
  { productId: string; small: string; large: string } | undefined
> {
  const [small, large] = await withActor(system('demo'), ({ tx }) =>
    tx
      .select({ sku: skus.id, productId: products.id })
      .from(skus)
      .innerJoin(specs, eq(specs.id, skus.specId))
      .innerJoin(products, eq(products.id, skus.productId))
      .where(
        and(
          eq(products.name, '云上环境配置服务'),
          eq(products.state, 'onSale'),
          eq(skus.state, 'onSale'),
        ),
      )
      .orderBy(asc(specs.position)),
  );
  return small && large && { productId: small.productId, small: small.sku, large: large.sku };
}
