import type { Holder } from './index';

/** Platform staff and their roles. */
export const operatorPermissions = {
  'operator.read': ['admin'],
  'operator.manage': ['admin'],
} as const satisfies Record<string, readonly Holder[]>;
