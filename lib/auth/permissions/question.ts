import type { Holder } from './index';

export const questionPermissions = {
  'question.ask': ['buyer'],
  'question.answer': ['member'],
  'question.read': ['member'],
  'question.hide': ['reviewer', 'admin'],
  'question.remind': ['system'],
} as const satisfies Record<string, readonly Holder[]>;
