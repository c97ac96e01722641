import type { Holder } from './index';

export const agreementPermissions = {
  'agreement.read': ['buyer', 'member', 'reviewer', 'arbiter', 'finance', 'admin'],
  'agreement.manage': ['admin', 'system'],
  'agreement.sign': ['owner'],
} as const satisfies Record<string, readonly Holder[]>;
