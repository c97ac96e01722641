/**
 * What merchants are told about, by group (onboarding.md 7.4). `code` is the rule book's number of the message type
 * where it names one; the words are `messageReceiver.type.<group>.<name>`.
 */
export const MESSAGE_TYPES = [
  { type: 'merchant.profile', group: 'merchant' },
  { type: 'merchant.certification', group: 'merchant' },
  { type: 'product.created', group: 'product', code: 101 },
  { type: 'product.changed', group: 'product' },
  { type: 'product.saleState', group: 'product' },
  { type: 'product.question', group: 'product', code: 901 },
  { type: 'order.paid', group: 'trade' },
  { type: 'order.closed', group: 'trade' },
  { type: 'supervision.progress', group: 'supervision' },
  { type: 'supervision.accepted', group: 'supervision', code: 101 },
  { type: 'supervision.unfinished', group: 'supervision', code: 901 },
] as const satisfies readonly { type: string; group: MessageGroup; code?: number }[];

export const MESSAGE_GROUPS = ['merchant', 'product', 'trade', 'supervision'] as const;
export type MessageGroup = (typeof MESSAGE_GROUPS)[number];
export type MerchantMessageType = (typeof MESSAGE_TYPES)[number]['type'];

export const isMessageType = (value: string): value is MerchantMessageType =>
  MESSAGE_TYPES.some(({ type }) => type === value);

/** Channels a receiver can subscribe to; site messages go to members. */
export const RECEIVER_CHANNELS = ['mail', 'sms'] as const;
export type ReceiverChannel = (typeof RECEIVER_CHANNELS)[number];
