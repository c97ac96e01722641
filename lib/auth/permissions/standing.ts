import type { Holder } from './index';

/**
 * Standing, violations, announcements and leaving (onboarding.md 6.1, 9). Who reviews records what was done; lists and
 * expulsion are the administrators' to decide.
 */
export const standingPermissions = {
  'standing.read': ['member', 'reviewer', 'arbiter', 'finance', 'admin'],
  'standing.decide': ['admin'],
  'standing.advance': ['system'],
  'violation.read': ['member', 'reviewer', 'arbiter', 'finance', 'admin'],
  'violation.record': ['reviewer', 'arbiter', 'admin'],
  'violation.decide': ['reviewer', 'arbiter', 'admin'],
  'violation.answer': ['member'],
  'violation.advance': ['system'],
  'announcement.read': ['reviewer', 'arbiter', 'finance', 'admin'],
  'announcement.manage': ['admin'],
  'merchantExit.read': ['member', 'reviewer', 'finance', 'admin'],
  'merchantExit.request': ['owner'],
  'merchantExit.decide': ['reviewer', 'admin'],
  'merchantExit.advance': ['system'],
} as const satisfies Record<string, readonly Holder[]>;
