import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { moment } from '../columns';
import { publicRead, tenantPolicies } from '../tenancy';
import { accounts } from './account';

/** Public and reviewed data of a merchant (onboarding.md 3.1); changed only through a reviewed edit. */
export interface MerchantProfile {
  website?: string;
  logoFileId: string;
  yearsInBusiness: string;
  employees: string;
  /** Ten-thousand yuan (万元). */
  registeredCapital: number;
  licenceFileId: string;
  introduction: string;
  businessContact: { name: string; mobile: string; email: string };
  address: { country: string; province: string; city: string; street: string; postalCode: string };
  servicePhone: string;
  serviceEmail: string;
  invoicing?: Record<string, string>;
  mailing?: Record<string, string>;
}

/** One legal entity that sells. Onboarded and "may publish" are two different flags (onboarding.md 2). */
export const merchants = pgTable(
  'merchant',
  {
    id: text('id').primaryKey(),
    ownerAccountId: text('owner_account_id')
      .notNull()
      .references(() => accounts.id),
    name: text('name').notNull(),
    creditCode: text('credit_code').notNull(),
    profile: jsonb('profile').$type<MerchantProfile>().notNull(),
    /** Combinations of kind and medium that the merchant can issue (money.md 2.2). */
    invoiceTypes: jsonb('invoice_types').$type<string[]>().notNull().default([]),
    accessKey: text('access_key').notNull(),
    certifiedAt: moment('certified_at'),
    ticketsEnabled: boolean('tickets_enabled').notNull().default(false),
    version: integer('version').notNull().default(1),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('merchant_credit_code').on(t.creditCode),
    index('merchant_owner').on(t.ownerAccountId),
    ...tenantPolicies({ merchant: t.id }),
  ],
);

/** What everybody may see of a merchant: the shop card. Written together with the merchant's approved profile. */
export const merchantCards = pgTable(
  'merchant_card',
  {
    merchantId: text('merchant_id')
      .primaryKey()
      .references(() => merchants.id),
    name: text('name').notNull(),
    logoFileId: text('logo_file_id').notNull(),
    introduction: text('introduction').notNull(),
    website: text('website'),
    servicePhone: text('service_phone').notNull(),
    serviceEmail: text('service_email').notNull(),
  },
  (t) => [...tenantPolicies({ merchant: t.merchantId }), publicRead(sql`true`)],
);

/** A person acting for a merchant, with groups' permissions and a product scope (null: every product). */
export const members = pgTable(
  'member',
  {
    id: text('id').primaryKey(),
    merchantId: text('merchant_id')
      .notNull()
      .references(() => merchants.id),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    owner: boolean('owner').notNull().default(false),
    products: jsonb('products').$type<string[] | null>(),
    removedAt: moment('removed_at'),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('member_once').on(t.merchantId, t.accountId),
    index('member_account').on(t.accountId),
    ...tenantPolicies({ merchant: t.merchantId, account: t.accountId }),
  ],
);

/** A named set of permissions that members are put in. */
export const memberGroups = pgTable(
  'member_group',
  {
    id: text('id').primaryKey(),
    merchantId: text('merchant_id')
      .notNull()
      .references(() => merchants.id),
    name: text('name').notNull(),
    permissions: jsonb('permissions').$type<string[]>().notNull(),
    version: integer('version').notNull().default(1),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('member_group_name').on(t.merchantId, t.name),
    ...tenantPolicies({ merchant: t.merchantId }),
  ],
);

export const memberGroupMembers = pgTable(
  'member_group_member',
  {
    groupId: text('group_id')
      .notNull()
      .references(() => memberGroups.id, { onDelete: 'cascade' }),
    memberId: text('member_id')
      .notNull()
      .references(() => members.id),
    merchantId: text('merchant_id')
      .notNull()
      .references(() => merchants.id),
  },
  (t) => [
    uniqueIndex('member_group_member_once').on(t.groupId, t.memberId),
    index('member_group_member_member').on(t.memberId),
    ...tenantPolicies({ merchant: t.merchantId }),
  ],
);
