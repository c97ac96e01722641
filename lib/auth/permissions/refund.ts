import type { Holder } from './index';

/** Refunds (orders-and-refunds.md 7.4): the buyer asks, the merchant decides, the platform moves the money. */
export const refundPermissions = {
  'refund.read': ['buyer', 'member', 'reviewer', 'arbiter', 'finance', 'admin'],
  'refund.request': ['buyer'],
  'refund.decide': ['member'],
  'refund.advance': ['system'],
} as const satisfies Record<string, readonly Holder[]>;
