import { boolean, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { moment, stateCheck, workflowColumns } from '../columns';
import { tenantPolicies } from '../tenancy';
import { type Contact, merchants } from './merchant';
import type { ReviewOutcome } from './onboarding';

export const BUSINESS_CERTIFICATION_STATES = [
  'editing',
  'certifying',
  'certified',
  'rejected',
  'locked',
] as const;

export const TAXPAYER_KINDS = ['general', 'smallScale'] as const;
export type TaxpayerKind = (typeof TAXPAYER_KINDS)[number];

/** What a merchant certifies (onboarding.md 5). The bank account's number is kept apart, masked here. */
export interface CertificationData {
  companyName: string;
  creditCode: string;
  registeredAddress: string;
  companyPhone: string;
  taxpayerKind: TaxpayerKind;
  taxId: string;
  /** Per cent. */
  taxRate: number;
  financeContact: Contact;
  bank: {
    accountId: string;
    holder: string;
    bankName: string;
    branch: string;
    /** Clearing code of the branch (联行号). */
    branchCode?: string;
    /** Last four digits. */
    masked: string;
  };
}

/**
 * Business certification of a merchant: one row per merchant, certified again when its data change. `current` is the
 * record that counts; a new submission does not touch it until it passes.
 */
export const businessCertifications = pgTable(
  'business_certification',
  {
    ...workflowColumns(BUSINESS_CERTIFICATION_STATES),
    merchantId: text('merchant_id')
      .notNull()
      .unique()
      .references(() => merchants.id),
    merchantName: text('merchant_name').notNull(),
    submission: jsonb('submission').$type<CertificationData | null>(),
    current: jsonb('current').$type<CertificationData | null>(),
    certifiedAt: moment('certified_at'),
    /** Everything a machine can check was right: passes by itself. */
    automatic: boolean('automatic').notNull().default(false),
    /** Refusals since the last pass or unlock. */
    failures: integer('failures').notNull().default(0),
    round: integer('round').notNull().default(0),
    submittedAt: moment('submitted_at'),
    outcome: jsonb('outcome').$type<ReviewOutcome | null>(),
    /** Ticket and note of the operator who unlocked it last. */
    unlocked: jsonb('unlocked').$type<{
      ticket: string;
      note: string;
      by: string;
      at: string;
    } | null>(),
  },
  (t) => [
    stateCheck('business_certification', t.state, BUSINESS_CERTIFICATION_STATES),
    index('business_certification_list').on(t.state, t.id),
    ...tenantPolicies({ merchant: t.merchantId }),
  ],
);

/** Numbers of bank accounts, in a table of their own so that neither evidence nor lists carry them. */
export const bankAccounts = pgTable(
  'bank_account',
  {
    id: text('id').primaryKey(),
    merchantId: text('merchant_id')
      .notNull()
      .references(() => merchants.id),
    number: text('number').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    index('bank_account_merchant').on(t.merchantId),
    ...tenantPolicies({ merchant: t.merchantId }),
  ],
);
