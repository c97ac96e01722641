import type { Holder } from './index';

/** Money paid to merchants and platform-fee invoices given to them: recorded by finance, read by the merchant. */
export const payoutPermissions = {
  'payout.read': ['member', 'finance', 'admin'],
  'payout.record': ['finance'],
  'feeInvoice.read': ['member', 'finance', 'admin'],
  'feeInvoice.record': ['finance'],
} as const satisfies Record<string, readonly Holder[]>;
