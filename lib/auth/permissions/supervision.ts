import type { Holder } from './index';

/** Delivery under supervision and purchased services: each party holds the moves of its own turn. */
export const supervisionPermissions = {
  'supervision.read': ['buyer', 'member', 'reviewer', 'arbiter', 'finance', 'admin'],
  'supervision.open': ['system'],
  'supervision.submit': ['buyer'],
  'supervision.confirm': ['member'],
  'supervision.deliver': ['member'],
  'supervision.reReview': ['reviewer', 'arbiter', 'admin'],
  'supervision.accept': ['buyer'],
  'supervision.remind': ['system'],
  // What appeals and refunds do to a record.
  'supervision.advance': ['system'],
  'instance.read': ['buyer', 'reviewer', 'arbiter', 'finance', 'admin'],
  'instance.open': ['system'],
  'instance.release': ['system'],
} as const satisfies Record<string, readonly Holder[]>;
