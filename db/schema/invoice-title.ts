import { sql } from 'drizzle-orm';
import { boolean, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { moment } from '../columns';
import { tenantPolicies } from '../tenancy';
import { accounts } from './account';

/** Who an invoice is made out to (money.md 2.3). */
export const TITLE_KINDS = ['personal', 'organisation', 'enterprise'] as const;
export type TitleKind = (typeof TITLE_KINDS)[number];

/** What a special invoice says of its buyer besides name and tax id. */
export interface SpecialData {
  address: string;
  phone: string;
  bankName: string;
  bankAccount: string;
}

/** A customer's template of what invoices say of it: at most one of each kind at a time (money.md 2.3). */
export const invoiceTitles = pgTable(
  'invoice_title',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    kind: text('kind', { enum: TITLE_KINDS }).notNull(),
    title: text('title').notNull(),
    /** Taxpayer number; none for persons. */
    taxId: text('tax_id'),
    /** Only with all of it special invoices can be asked for. */
    special: jsonb('special').$type<SpecialData | null>(),
    isDefault: boolean('is_default').notNull().default(false),
    version: integer('version').notNull().default(1),
    removedAt: moment('removed_at'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('invoice_title_kind').on(t.accountId, t.kind).where(sql`removed_at is null`),
    uniqueIndex('invoice_title_default')
      .on(t.accountId)
      .where(sql`removed_at is null and is_default`),
    ...tenantPolicies({ account: t.accountId }),
  ],
);
