import type { Holder } from './index';

/** Uploads: a file counts for nothing until an event, with a permission of its own, attaches it. */
export const filePermissions = {
  'file.upload': ['buyer', 'anyMember', 'reviewer', 'arbiter', 'finance', 'admin'],
  'file.expire': ['system'],
} as const satisfies Record<string, readonly Holder[]>;
