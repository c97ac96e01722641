import { index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { moment } from '../columns';
import { tenantPolicies } from '../tenancy';
import { merchants } from './merchant';

/** An invitation to act for a merchant, sent by mail; the link's secret is kept as a hash. */
export const invitations = pgTable(
  'invitation',
  {
    id: text('id').primaryKey(),
    merchantId: text('merchant_id')
      .notNull()
      .references(() => merchants.id),
    email: text('email').notNull(),
    groupIds: jsonb('group_ids').$type<string[]>().notNull(),
    /** Products the member may work on; null for all. */
    products: jsonb('products').$type<string[] | null>(),
    locale: text('locale').notNull(),
    hash: text('hash').notNull(),
    invitedBy: text('invited_by').notNull(),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    /** How it ended: accepted, taken back, or replaced by a newer one. */
    acceptedAt: moment('accepted_at'),
    revokedAt: moment('revoked_at'),
    memberId: text('member_id'),
  },
  (t) => [
    uniqueIndex('invitation_hash').on(t.hash),
    index('invitation_merchant').on(t.merchantId, t.id),
    ...tenantPolicies({ merchant: t.merchantId }),
  ],
);
