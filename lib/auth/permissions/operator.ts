import type { Holder } from './index';

/** Platform staff and their roles. */
export const operatorPermissions = {
  'operator.read': ['admin'],
  // The system names the first administrator of an installation, from the command line.
  'operator.manage': ['admin', 'system'],
} as const satisfies Record<string, readonly Holder[]>;
