import type { Holder } from './index';

/** Members, groups and message receivers of a merchant. Who may grant is the owner alone, or grants would grow. */
export const memberPermissions = {
  'member.read': ['member'],
  'member.manage': ['owner'],
  'member.accept': ['buyer'],
  'messageReceiver.read': ['member'],
  'messageReceiver.manage': ['member'],
} as const satisfies Record<string, readonly Holder[]>;
