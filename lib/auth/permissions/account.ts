import type { Holder } from './index';

/** What a person may do with its own account, under every hat. */
export const accountPermissions = {
  'account.manage': ['buyer'],
  'session.manage': ['buyer'],
} as const satisfies Record<string, readonly Holder[]>;
