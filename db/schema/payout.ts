import { index, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { fen, moment } from '../columns';
import { tenantPolicies } from '../tenancy';
import { merchants } from './merchant';

/** The certified bank account that was paid to, as it was then. */
export interface PayoutBank {
  holder: string;
  bankName: string;
  branch: string;
  /** Last four digits. */
  masked: string;
}

/** A payment to a merchant that finance made at the bank and recorded by hand (money.md 6). Never changed. */
export const payouts = pgTable(
  'payout',
  {
    id: text('id').primaryKey(),
    merchantId: text('merchant_id')
      .notNull()
      .references(() => merchants.id),
    merchantName: text('merchant_name').notNull(),
    amount: fen('amount').notNull(),
    bank: jsonb('bank').$type<PayoutBank>().notNull(),
    /** The bank's own number of the transaction. */
    bankReference: text('bank_reference').notNull(),
    /** Day of the payment, `2026-11-21`. */
    paidOn: text('paid_on').notNull(),
    slipFileId: text('slip_file_id'),
    note: text('note'),
    createdBy: text('created_by').notNull(),
    /** Which showing of the form made it. */
    requestKey: text('request_key'),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    unique('payout_bank_reference').on(t.bankReference),
    unique('payout_request').on(t.createdBy, t.requestKey),
    index('payout_merchant').on(t.merchantId, t.id),
    ...tenantPolicies({ merchant: t.merchantId }),
  ],
);

/** A platform-fee invoice given to a merchant (money.md 9). Never changed. */
export const feeInvoices = pgTable(
  'fee_invoice',
  {
    id: text('id').primaryKey(),
    merchantId: text('merchant_id')
      .notNull()
      .references(() => merchants.id),
    merchantName: text('merchant_name').notNull(),
    amount: fen('amount').notNull(),
    number: text('number').notNull(),
    /** Day on the invoice, `2026-11-21`. */
    issuedOn: text('issued_on').notNull(),
    fileId: text('file_id').notNull(),
    note: text('note'),
    createdBy: text('created_by').notNull(),
    /** Which showing of the form made it. */
    requestKey: text('request_key'),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    unique('fee_invoice_number').on(t.number),
    unique('fee_invoice_request').on(t.createdBy, t.requestKey),
    index('fee_invoice_merchant').on(t.merchantId, t.id),
    ...tenantPolicies({ merchant: t.merchantId }),
  ],
);
