import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { moment } from '../columns';
import { tenantPolicies } from '../tenancy';

/** One notice that an event owes to one audience; expanded into messages by the worker. */
export const outbox = pgTable(
  'outbox',
  {
    id: text('id').primaryKey(),
    noun: text('noun').notNull(),
    subjectId: text('subject_id').notNull(),
    event: text('event').notNull(),
    audience: text('audience').notNull(),
    evidenceId: text('evidence_id').notNull(),
    params: jsonb('params').$type<Record<string, unknown>>().notNull(),
    createdAt: moment('created_at').notNull(),
    expandedAt: moment('expanded_at'),
    merchantId: text('merchant_id'),
    buyerId: text('buyer_id'),
    accountId: text('account_id'),
  },
  (t) => [
    index('outbox_waiting').on(t.createdAt).where(sql`expanded_at is null`),
    ...tenantPolicies({ merchant: t.merchantId, buyer: t.buyerId, account: t.accountId }),
  ],
);

export const MESSAGE_CHANNELS = ['site', 'mail', 'sms'] as const;
export const MESSAGE_STATES = ['pending', 'sent', 'failed', 'held', 'unknown'] as const;

/**
 * One message to one receiver on one channel, with its tries. `held`: the channel is not configured. `unknown`: it was
 * handed over, and what became of it was never told.
 */
export const messages = pgTable(
  'message',
  {
    id: text('id').primaryKey(),
    outboxId: text('outbox_id').references(() => outbox.id),
    /** Receiving account; empty for an address outside (contacts of a form, invitations). */
    accountId: text('account_id'),
    merchantId: text('merchant_id'),
    channel: text('channel', { enum: MESSAGE_CHANNELS }).notNull(),
    address: text('address').notNull(),
    locale: text('locale').notNull(),
    /** Message type that receivers subscribe to, e.g. `product.created` (onboarding.md 7.4). */
    type: text('type').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    href: text('href'),
    /** Files that go along by mail. */
    fileIds: text('file_ids').array().notNull().default([]),
    state: text('state', { enum: MESSAGE_STATES }).notNull(),
    tries: integer('tries').notNull().default(0),
    lastError: text('last_error'),
    createdAt: moment('created_at').notNull(),
    /** Since when the other side may have it, although it has not said so. */
    handedOverAt: moment('handed_over_at'),
    sentAt: moment('sent_at'),
    readAt: moment('read_at'),
  },
  (t) => [
    uniqueIndex('message_once').on(t.outboxId, t.channel, t.address),
    index('message_inbox').on(t.accountId, t.channel, t.id),
    index('message_state').on(t.state, t.id),
    index('message_unread').on(t.accountId).where(sql`read_at is null and channel = 'site'`),
    ...tenantPolicies({ account: t.accountId }),
  ],
);
