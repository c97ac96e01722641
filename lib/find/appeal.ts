import { listAppeals } from '@/lib/workflows/appeal/queries';
import type { Finder } from './define';

/** Open appeals by order, product, customer or merchant, as far as this person may see them. */
export const appealFinder: Finder = {
  name: 'appeals',
  find: async (actor, q, limit) => {
    if (actor.kind === 'visitor' || actor.kind === 'system') return [];
    const portal = { buyer: 'buyer', member: 'merchant', operator: 'ops' }[actor.kind];
    const { rows } = await listAppeals(actor, { q, state: 'open' }, limit);
    return rows.map((row) => ({
      title: row.productName,
      hint: `${row.orderNumber} · ${portal === 'buyer' ? row.merchantName : row.buyerName}`,
      href: `/${portal}/appeals/${row.id}`,
    }));
  },
};
