import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { moment } from '../columns';
import { tenantPolicies } from '../tenancy';
import { accounts } from './account';

/** Where an invoice goes: paper by post, a file by mail. */
export const CONTACT_KINDS = ['post', 'mail'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** A customer's postal address or mailbox for invoices (money.md 2.3). */
export const invoiceContacts = pgTable(
  'invoice_contact',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    kind: text('kind', { enum: CONTACT_KINDS }).notNull(),
    name: text('name').notNull(),
    /** Of postal addresses. */
    phone: text('phone'),
    address: text('address'),
    /** Of mailboxes. */
    email: text('email'),
    isDefault: boolean('is_default').notNull().default(false),
    version: integer('version').notNull().default(1),
    removedAt: moment('removed_at'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    index('invoice_contact_account').on(t.accountId, t.kind),
    uniqueIndex('invoice_contact_default')
      .on(t.accountId, t.kind)
      .where(sql`removed_at is null and is_default`),
    ...tenantPolicies({ account: t.accountId }),
  ],
);
