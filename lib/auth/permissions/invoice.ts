import type { Holder } from './index';

/** Invoices from merchant to customer (money.md 2): who bought asks, who sold issues, either signs for it. */
export const invoicePermissions = {
  'invoice.read': ['buyer', 'member', 'reviewer', 'arbiter', 'finance', 'admin'],
  'invoice.apply': ['buyer'],
  'invoice.issue': ['member'],
  'invoice.sign': ['buyer', 'member'],
  'invoice.advance': ['system'],
  'invoiceTitle.manage': ['buyer'],
  'invoiceTitle.permit': ['finance'],
  'letter.request': ['buyer'],
  'letter.advance': ['system'],
} as const satisfies Record<string, readonly Holder[]>;
