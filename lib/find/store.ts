import { listStoreProducts } from '@/lib/workflows/product/queries';
import type { Finder } from './define';

/** Products on the shelf, for everybody. */
export const storeFinder: Finder = {
  name: 'store',
  find: async (actor, q, limit) => {
    if (actor.kind !== 'buyer' && actor.kind !== 'visitor') return [];
    const { rows } = await listStoreProducts(actor, { q, size: limit });
    return rows.map((row) => ({
      title: row.name,
      hint: row.merchantName ?? '',
      href: `/products/${row.id}`,
    }));
  },
};
