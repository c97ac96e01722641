import type { Holder } from './index';

/** Vouchers (sales.md 1): merchants issue batches, buyers claim pieces, the platform moves both. */
export const voucherPermissions = {
  'voucher.read': ['member', 'reviewer', 'arbiter', 'finance', 'admin'],
  'voucher.manage': ['member'],
  'voucher.decide': ['reviewer', 'admin'],
  'voucher.advance': ['system'],
  'voucherPiece.read': ['buyer', 'member', 'reviewer', 'arbiter', 'finance', 'admin'],
  'voucherPiece.claim': ['buyer'],
  'voucherPiece.advance': ['system'],
} as const satisfies Record<string, readonly Holder[]>;
