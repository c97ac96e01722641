import type { Holder } from './index';

/** Orders (orders-and-refunds.md 3, 6): buyers place, pay and cancel; merchants read; the platform does the rest. */
export const orderPermissions = {
  'order.read': ['buyer', 'member', 'reviewer', 'arbiter', 'finance', 'admin'],
  'order.place': ['buyer'],
  'order.pay': ['buyer'],
  'order.cancel': ['buyer'],
  'order.advance': ['system'],
} as const satisfies Record<string, readonly Holder[]>;
