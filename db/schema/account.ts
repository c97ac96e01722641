import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { moment } from '../columns';
import { tenantPolicies } from '../tenancy';

/** A person or company that can sign in. It buys; it may act for a merchant; it may be staff. */
export const accounts = pgTable(
  'account',
  {
    id: text('id').primaryKey(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    phone: text('phone'),
    passwordHash: text('password_hash'),
    locale: text('locale').notNull().default('zh-CN'),
    emailVerifiedAt: moment('email_verified_at'),
    totpSecret: text('totp_secret'),
    totpConfirmedAt: moment('totp_confirmed_at'),
    /** Time step of the last accepted one-time code: a code works once. */
    totpUsedStep: integer('totp_used_step'),
    /** Registered as a sub-account (gate A5), partner administrator (A6), or in excluded programmes (A7). */
    isSubAccount: boolean('is_sub_account').notNull().default(false),
    isPartnerAdmin: boolean('is_partner_admin').notNull().default(false),
    programmes: jsonb('programmes').$type<string[]>().notNull().default([]),
    /** What real-name verification confirmed; empty before it. */
    realNameKind: text('real_name_kind', { enum: ['personal', 'enterprise'] }),
    realName: text('real_name'),
    creditCode: text('credit_code'),
    realNameAt: moment('real_name_at'),
    disabledAt: moment('disabled_at'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('account_email').on(t.email),
    index('account_phone').on(t.phone),
    ...tenantPolicies({ account: t.id }),
  ],
);

/** One signed-in device; deleted or revoked at once when its person says so. */
export const sessions = pgTable(
  'session',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    ip: text('ip'),
    userAgent: text('user_agent'),
    createdAt: moment('created_at').notNull(),
    lastSeenAt: moment('last_seen_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    revokedAt: moment('revoked_at'),
    /** Set when the second factor was given in this session. */
    secondFactorAt: moment('second_factor_at'),
  },
  (t) => [index('session_account').on(t.accountId), ...tenantPolicies({ account: t.accountId })],
);

/** Platform staff and their roles. */
export const operators = pgTable(
  'operator',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id)
      .unique(),
    roles: jsonb('roles').$type<('reviewer' | 'arbiter' | 'finance' | 'admin')[]>().notNull(),
    version: integer('version').notNull().default(1),
    disabledAt: moment('disabled_at'),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [...tenantPolicies({ account: t.accountId })],
);
