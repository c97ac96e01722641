import type { Permission } from '@/lib/auth/permissions';

interface MessageType {
  type: string;
  group: MessageGroup;
  /** The rule book's number of the message type, where it names one. */
  code?: number;
  /** Members who hold it get the site message; the owner always does. */
  permission: Permission;
}

/** What merchants are told about (onboarding.md 7.4); the words are `messageReceiver.type.<type>`. */
export const MESSAGE_TYPES = [
  { type: 'merchant.profile', group: 'merchant', permission: 'profileEdit.read' },
  { type: 'merchant.certification', group: 'merchant', permission: 'businessCertification.read' },
  { type: 'merchant.standing', group: 'merchant', permission: 'standing.read' },
  { type: 'merchant.settlement', group: 'merchant', permission: 'payout.read' },
  { type: 'product.created', group: 'product', code: 101, permission: 'productApplication.read' },
  { type: 'product.changed', group: 'product', permission: 'productApplication.read' },
  { type: 'product.saleState', group: 'product', permission: 'product.read' },
  { type: 'product.stock', group: 'product', code: 501, permission: 'stock.change' },
  { type: 'product.question', group: 'product', code: 901, permission: 'question.answer' },
  { type: 'product.review', group: 'product', code: 501, permission: 'productReview.read' },
  { type: 'order.paid', group: 'trade', permission: 'order.read' },
  { type: 'order.closed', group: 'trade', permission: 'order.read' },
  { type: 'refund.requested', group: 'trade', code: 101, permission: 'refund.read' },
  { type: 'refund.changed', group: 'trade', permission: 'refund.read' },
  { type: 'voucher.ended', group: 'trade', permission: 'voucher.read' },
  { type: 'invoice.asked', group: 'trade', code: 901, permission: 'invoice.read' },
  { type: 'invoice.changed', group: 'trade', permission: 'invoice.read' },
  { type: 'supervision.progress', group: 'supervision', permission: 'supervision.read' },
  { type: 'supervision.accepted', group: 'supervision', code: 101, permission: 'supervision.read' },
  {
    type: 'supervision.unfinished',
    group: 'supervision',
    code: 901,
    permission: 'supervision.read',
  },
  { type: 'appeal.progress', group: 'supervision', permission: 'appeal.read' },
  { type: 'appeal.decided', group: 'supervision', code: 501, permission: 'appeal.read' },
] as const satisfies readonly MessageType[];

export const MESSAGE_GROUPS = ['merchant', 'product', 'trade', 'supervision'] as const;
export type MessageGroup = (typeof MESSAGE_GROUPS)[number];
export type MerchantMessageType = (typeof MESSAGE_TYPES)[number]['type'];

/** What a member needs to hold to get the site message of a type. */
export const permissionOf = (type: MerchantMessageType): Permission =>
  MESSAGE_TYPES.find((item) => item.type === type)?.permission ?? 'member.manage';

export const isMessageType = (value: string): value is MerchantMessageType =>
  MESSAGE_TYPES.some(({ type }) => type === value);

/** Channels a receiver can subscribe to; site messages go to members. */
export const RECEIVER_CHANNELS = ['mail', 'sms'] as const;
export type ReceiverChannel = (typeof RECEIVER_CHANNELS)[number];
