import type { Holder } from './index';

/** Money that buyers bring in (design 3.6): buyers ask, finance confirms, the platform settles providers' payments. */
export const topUpPermissions = {
  'topUp.read': ['buyer', 'finance', 'admin'],
  'topUp.request': ['buyer'],
  'topUp.confirm': ['finance'],
  'topUp.advance': ['system'],
  'balance.read': ['buyer'],
} as const satisfies Record<string, readonly Holder[]>;
