import { listOwnProducts } from '@/lib/workflows/product/own-queries';
import type { Finder } from './define';

/** Products of the merchant's own, or of every merchant for operators. */
export const productFinder: Finder = {
  name: 'products',
  find: async (actor, q, limit) => {
    if (actor.kind !== 'member' && actor.kind !== 'operator') return [];
    const { rows } = await listOwnProducts(actor, { q, size: limit });
    const operator = actor.kind === 'operator';
    return rows.map(({ product, merchantName }) => ({
      title: product.name,
      hint: operator ? (merchantName ?? product.id) : product.id,
      href: `/${operator ? 'ops' : 'merchant'}/products/${product.id}`,
    }));
  },
};
