import type { Holder } from './index';

/** Appeals (service-supervision.md 7): either party opens, answers and withdraws its own; the arbiter decides. */
export const appealPermissions = {
  'appeal.read': ['buyer', 'member', 'reviewer', 'arbiter', 'finance', 'admin'],
  'appeal.openAsBuyer': ['buyer'],
  'appeal.open': ['member'],
  'appeal.answerAsBuyer': ['buyer'],
  'appeal.answer': ['member'],
  'appeal.withdraw': ['buyer', 'member'],
  'appeal.decide': ['arbiter', 'admin'],
  'appeal.remind': ['system'],
} as const satisfies Record<string, readonly Holder[]>;
