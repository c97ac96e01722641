import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { moment } from '../columns';
import { publicRead, tenantPolicies } from '../tenancy';

/** A sentence or a text in both languages of the house. */
export interface BothLanguages {
  'zh-CN': string;
  en: string;
}

/**
 * `cooperation` is signed by merchants, `registration` by everyone who signs up, `productService` is the template
 * that merchants start their own product agreement from (onboarding.md 4).
 */
export const AGREEMENT_KINDS = ['cooperation', 'registration', 'productService'] as const;
export type AgreementKind = (typeof AGREEMENT_KINDS)[number];

/** A version of an agreement. Never changed: a correction is a new version. */
export const agreements = pgTable(
  'agreement',
  {
    id: text('id').primaryKey(),
    kind: text('kind', { enum: AGREEMENT_KINDS }).notNull(),
    version: integer('version').notNull(),
    title: jsonb('title').$type<BothLanguages>().notNull(),
    body: jsonb('body').$type<BothLanguages>().notNull(),
    /** What is new in this version, for those who signed an older one. */
    summary: jsonb('summary').$type<BothLanguages>().notNull(),
    sha256: text('sha256').notNull(),
    effectiveFrom: moment('effective_from').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('agreement_version').on(t.kind, t.version),
    ...tenantPolicies({}),
    publicRead(sql`true`),
  ],
);

/**
 * Who agreed to what, when and from where; rows are only ever added. `sha256` is the hash of the text, or of the
 * file for a product's own agreement.
 */
export const agreementSignatures = pgTable(
  'agreement_signature',
  {
    id: text('id').primaryKey(),
    agreementId: text('agreement_id').references(() => agreements.id),
    kind: text('kind', { enum: AGREEMENT_KINDS }).notNull(),
    version: integer('version').notNull(),
    title: jsonb('title').$type<BothLanguages>().notNull(),
    sha256: text('sha256').notNull(),
    fileId: text('file_id'),
    /** The side that signed: the merchant itself, or the account as a customer. */
    party: text('party', { enum: ['merchant', 'buyer'] }).notNull(),
    accountId: text('account_id').notNull(),
    merchantId: text('merchant_id'),
    subjectNoun: text('subject_noun').notNull(),
    subjectId: text('subject_id').notNull(),
    at: moment('at').notNull(),
    ip: text('ip'),
    userAgent: text('user_agent'),
  },
  (t) => [
    uniqueIndex('agreement_signature_merchant')
      .on(t.agreementId, t.merchantId)
      .where(sql`party = 'merchant'`),
    uniqueIndex('agreement_signature_account')
      .on(t.agreementId, t.accountId)
      .where(sql`party = 'buyer'`),
    index('agreement_signature_by_merchant').on(t.merchantId, t.party, t.id),
    index('agreement_signature_by_account').on(t.accountId, t.party, t.id),
    index('agreement_signature_subject').on(t.subjectNoun, t.subjectId),
    ...tenantPolicies({ merchant: t.merchantId, account: t.accountId }),
  ],
);
