import { listOrders } from '@/lib/workflows/order/queries';
import type { Finder } from './define';

/** Orders by number, product, customer or merchant, as far as this person may see them. */
export const orderFinder: Finder = {
  name: 'orders',
  find: async (actor, q, limit) => {
    if (actor.kind === 'visitor' || actor.kind === 'system') return [];
    const portal = { buyer: 'buyer', member: 'merchant', operator: 'ops' }[actor.kind];
    const { rows } = await listOrders(actor, { q }, undefined, limit);
    return rows.map((order) => ({
      title: order.number,
      hint: `${order.productName} · ${portal === 'buyer' ? order.merchantName : order.customerName}`,
      href: `/${portal}/orders/${order.id}`,
    }));
  },
};
