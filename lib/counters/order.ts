import { countOrders } from '@/lib/workflows/order/queries';
import type { Counter } from './define';

const waiting = (
  name: string,
  portal: Counter['portal'],
  state: 'pendingPayment' | 'processing',
): Counter => ({
  name,
  portal,
  href: `/${portal}/orders?state=${state}`,
  permission: 'order.read',
  count: (actor) => countOrders(actor, { state }),
});

export const orderCounters: Counter[] = [
  waiting('ordersToPay', 'buyer', 'pendingPayment'),
  waiting('ordersUnpaid', 'merchant', 'pendingPayment'),
  waiting('ordersInDelivery', 'merchant', 'processing'),
];
