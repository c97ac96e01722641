import { boolean, index, pgTable, text } from 'drizzle-orm/pg-core';
import { fen, moment } from '../columns';
import { tenantPolicies } from '../tenancy';

export const LEDGER_KINDS = [
  'balance',
  'guarantee',
  'payable',
  'fee',
  'voucher',
  'bank',
  'refunds',
] as const;

/**
 * An account of the double-entry ledger. `balance` is kept by a trigger for guarded accounts only and may not
 * fall below zero; it is always checked against the postings, which are the truth.
 */
export const ledgerAccounts = pgTable(
  'ledger_account',
  {
    id: text('id').primaryKey(),
    kind: text('kind', { enum: LEDGER_KINDS }).notNull(),
    currency: text('currency').notNull(),
    guarded: boolean('guarded').notNull(),
    balance: fen('balance').notNull(),
    merchantId: text('merchant_id'),
    buyerId: text('buyer_id'),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [...tenantPolicies({ merchant: t.merchantId, buyer: t.buyerId })],
);

/** A happening in money; `key` is unique, so that it cannot be made twice. */
export const ledgerEntries = pgTable(
  'ledger_entry',
  {
    id: text('id').primaryKey(),
    key: text('key').notNull().unique(),
    /** Catalog key under `ledger.memo`. */
    memo: text('memo').notNull(),
    noun: text('noun').notNull(),
    subjectId: text('subject_id').notNull(),
    at: moment('at').notNull(),
    merchantId: text('merchant_id'),
    buyerId: text('buyer_id'),
  },
  (t) => [
    index('ledger_entry_subject').on(t.noun, t.subjectId),
    index('ledger_entry_at').on(t.id),
    ...tenantPolicies({ merchant: t.merchantId, buyer: t.buyerId }),
  ],
);

/** One side of an entry; the postings of an entry sum to zero, checked at commit. */
export const ledgerPostings = pgTable(
  'ledger_posting',
  {
    id: text('id').primaryKey(),
    entryId: text('entry_id')
      .notNull()
      .references(() => ledgerEntries.id),
    accountId: text('account_ref')
      .notNull()
      .references(() => ledgerAccounts.id),
    amount: fen('amount').notNull(),
    merchantId: text('merchant_id'),
    buyerId: text('buyer_id'),
  },
  (t) => [
    index('ledger_posting_account').on(t.accountId, t.id),
    index('ledger_posting_entry').on(t.entryId),
    ...tenantPolicies({ merchant: t.merchantId, buyer: t.buyerId }),
  ],
);
