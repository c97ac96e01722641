import { listRefunds } from '@/lib/workflows/refund/queries';
import type { Finder } from './define';

/** Requests for refunds by order, product, customer or merchant, as far as this person may see them. */
export const refundFinder: Finder = {
  name: 'refunds',
  find: async (actor, q, limit) => {
    if (actor.kind === 'visitor' || actor.kind === 'system') return [];
    const portal = { buyer: 'buyer', member: 'merchant', operator: 'ops' }[actor.kind];
    const { rows } = await listRefunds(actor, { q }, limit);
    return rows.map((row) => ({
      title: row.productName,
      hint: `${row.orderNumber} · ${portal === 'buyer' ? row.merchantName : row.buyerName}`,
      href: `/${portal}/refunds/${row.id}`,
    }));
  },
};
