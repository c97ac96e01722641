import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { moment } from '../columns';
import { publicRead, tenantPolicies } from '../tenancy';
import { accounts } from './account';

/** Age of a company, in whole years; the first is refused (onboarding.md 1.2 C2). */
export const YEARS_IN_BUSINESS = ['0-1', '1-3', '3-5', '5-10', '10+'] as const;
/** Number of employees; brackets below the least staff are refused (onboarding.md 1.2 C4). */
export const EMPLOYEES = ['1-4', '5-19', '20-99', '100-499', '500+'] as const;

export interface Contact {
  name: string;
  mobile: string;
  email: string;
}

/** Reviewed data of a merchant (onboarding.md 3.1); changed only through a reviewed edit. */
export interface MerchantProfile {
  website?: string;
  /** Whom the applicant already knows on the platform's side. */
  platformContact?: Contact;
  logoFileId: string;
  /** Company size and licence are not asked of individual developers (onboarding.md 1.2). */
  yearsInBusiness?: string;
  employees?: string;
  /** Ten-thousand yuan (万元). */
  registeredCapital?: number;
  licenceFileId?: string;
  introduction: string;
  businessContact: Contact;
  address: { country: string; province: string; city: string; street: string; postalCode: string };
  servicePhone: string;
  serviceEmail: string;
  /** Online customer service: days a week, hours a day (onboarding.md 1.2 C5). */
  serviceTime?: { days: number; hours: number };
}

/** What goes on invoices issued to the merchant, and where paper is sent (onboarding.md 6.2). */
export interface MerchantInvoicing {
  title: string;
  taxId: string;
  address: string;
  phone: string;
  bankName: string;
  bankAccount: string;
}

export interface MerchantMailing {
  receiver: string;
  phone: string;
  address: string;
  postalCode: string;
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
    /** Unified social credit code; for an individual developer a key made from the account. */
    creditCode: text('credit_code').notNull(),
    kind: text('kind', { enum: ['enterprise', 'individual'] })
      .notNull()
      .default('enterprise'),
    profile: jsonb('profile').$type<MerchantProfile>().notNull(),
    /** Combinations of kind and medium that the merchant can issue (money.md 2.2). */
    invoiceTypes: jsonb('invoice_types').$type<string[]>().notNull().default([]),
    accessKey: text('access_key').notNull(),
    certifiedAt: moment('certified_at'),
    invoicing: jsonb('invoicing').$type<MerchantInvoicing | null>(),
    mailing: jsonb('mailing').$type<MerchantMailing | null>(),
    /** Left the marketplace; the account can never apply again (onboarding.md 6.1). */
    exitedAt: moment('exited_at'),
    version: integer('version').notNull().default(1),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('merchant_credit_code').on(t.creditCode).where(sql`exited_at is null`),
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
    /** The shop is gone: the merchant left or was expelled. */
    closedAt: moment('closed_at'),
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
    /** Shut out for the time being; keeps groups and scope. */
    disabledAt: moment('disabled_at'),
    removedAt: moment('removed_at'),
    version: integer('version').notNull().default(1),
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
