import { index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { moment } from '../columns';
import { tenantPolicies } from '../tenancy';
import { accounts } from './account';

export const TOKEN_KINDS = ['verifyEmail', 'resetPassword'] as const;

/** A secret sent by mail that works once; only its hash is kept. Only the system reads it. */
export const accountTokens = pgTable(
  'account_token',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    kind: text('kind', { enum: TOKEN_KINDS }).notNull(),
    hash: text('hash').notNull(),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
  },
  (t) => [
    uniqueIndex('account_token_hash').on(t.hash),
    index('account_token_account').on(t.accountId, t.kind),
    ...tenantPolicies({}),
  ],
);

/** One of the codes that stand in for a lost authenticator; hashed, each works once. */
export const recoveryCodes = pgTable(
  'recovery_code',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    hash: text('hash').notNull(),
    usedAt: moment('used_at'),
  },
  (t) => [
    uniqueIndex('recovery_code_hash').on(t.accountId, t.hash),
    ...tenantPolicies({ account: t.accountId }),
  ],
);

/** A person at an OpenID Connect provider, tied to an account. */
export const providerLinks = pgTable(
  'provider_link',
  {
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('provider_link_once').on(t.issuer, t.subject),
    index('provider_link_account').on(t.accountId),
    ...tenantPolicies({ account: t.accountId }),
  ],
);
