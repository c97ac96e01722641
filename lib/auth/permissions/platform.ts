import type { Holder } from './index';

/** Permissions of the platform's own furniture: settings, calendar, evidence, messages, clock. */
export const platformPermissions = {
  'setting.read': ['reviewer', 'arbiter', 'finance', 'admin'],
  'setting.change': ['admin'],
  'calendar.read': ['reviewer', 'arbiter', 'finance', 'admin'],
  'calendar.change': ['admin'],
  'clock.move': ['admin', 'reviewer', 'arbiter', 'finance'],
  'evidence.read': ['reviewer', 'arbiter', 'finance', 'admin'],
  'evidence.export': ['buyer', 'member', 'arbiter', 'admin'],
  'message.read': ['reviewer', 'arbiter', 'finance', 'admin'],
  'message.resend': ['admin'],
  'ledger.read': ['finance', 'admin', 'system'],
  'review.read': ['reviewer', 'arbiter', 'finance', 'admin'],
} as const satisfies Record<string, readonly Holder[]>;
