import type { Holder } from './index';

/** Real-name verification. */
export const identityPermissions = {
  'identity.submit': ['buyer'],
  'identity.read': ['buyer', 'reviewer', 'arbiter', 'finance', 'admin'],
  'identity.decide': ['reviewer', 'admin'],
  'identity.advance': ['system'],
} as const satisfies Record<string, readonly Holder[]>;
