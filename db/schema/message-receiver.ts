import { index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { moment } from '../columns';
import { tenantPolicies } from '../tenancy';
import { merchants } from './merchant';

/** Somebody outside or inside the merchant who gets its messages by mail or SMS (onboarding.md 7.4). */
export const messageReceivers = pgTable(
  'message_receiver',
  {
    id: text('id').primaryKey(),
    merchantId: text('merchant_id')
      .notNull()
      .references(() => merchants.id),
    name: text('name').notNull(),
    email: text('email'),
    phone: text('phone'),
    locale: text('locale').notNull(),
    /** Mail goes out only after the address was confirmed by the link sent to it. */
    emailVerifiedAt: moment('email_verified_at'),
    verifyHash: text('verify_hash'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    index('message_receiver_merchant').on(t.merchantId, t.id),
    uniqueIndex('message_receiver_verify').on(t.verifyHash),
    ...tenantPolicies({ merchant: t.merchantId }),
  ],
);

/** Which message type goes to which receiver on which channel. */
export const messageSubscriptions = pgTable(
  'message_subscription',
  {
    merchantId: text('merchant_id')
      .notNull()
      .references(() => merchants.id),
    receiverId: text('receiver_id')
      .notNull()
      .references(() => messageReceivers.id, { onDelete: 'cascade' }),
    type: text('type').notNull(),
    channel: text('channel', { enum: ['mail', 'sms'] }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.receiverId, t.type, t.channel] }),
    index('message_subscription_type').on(t.merchantId, t.type),
    ...tenantPolicies({ merchant: t.merchantId }),
  ],
);
