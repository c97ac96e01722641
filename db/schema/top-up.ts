import { sql } from 'drizzle-orm';
import { index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { fen, moment, stateCheck, workflowColumns } from '../columns';
import { tenantPolicies } from '../tenancy';
import { accounts } from './account';

export const TOP_UP_STATES = [
  'pending',
  'paying',
  'confirmed',
  'refused',
  'withdrawn',
  'failed',
] as const;
export type TopUpState = (typeof TOP_UP_STATES)[number];

/** By bank transfer with a slip that finance confirms, or through a payment provider. */
export const TOP_UP_METHODS = ['transfer', 'provider'] as const;

/** Money that a buyer brings in, from the request to the balance (design 3.6). */
export const topUps = pgTable(
  'top_up',
  {
    ...workflowColumns(TOP_UP_STATES),
    buyerId: text('buyer_id')
      .notNull()
      .references(() => accounts.id),
    /** The buyer's name when asked, for queues and search. */
    buyerName: text('buyer_name').notNull(),
    method: text('method', { enum: TOP_UP_METHODS }).notNull(),
    amount: fen('amount').notNull(),
    /** Names one submission of the form, so that a second click is not a second request. */
    requestKey: text('request_key').notNull(),
    /** Transfer: whose bank account paid, and the scan of the slip with its hash. */
    payerName: text('payer_name'),
    slipFileId: text('slip_file_id'),
    slipSha256: text('slip_sha256'),
    note: text('note'),
    /** Transfer: the bank's own number of the transaction, typed by finance from the statement. */
    bankReference: text('bank_reference'),
    /** Provider: which one, its number of the payment, and where the buyer pays. */
    provider: text('provider'),
    providerRef: text('provider_ref'),
    payUrl: text('pay_url'),
    /** Why it was refused (finance's words) or failed (a catalog key below `topUp.failure`). */
    reason: text('reason'),
    settledAt: moment('settled_at'),
  },
  (t) => [
    stateCheck('top_up', t.state, TOP_UP_STATES),
    uniqueIndex('top_up_request').on(t.buyerId, t.requestKey),
    uniqueIndex('top_up_bank_reference').on(t.bankReference).where(sql`bank_reference is not null`),
    uniqueIndex('top_up_slip')
      .on(t.slipSha256)
      .where(sql`slip_sha256 is not null and state in ('pending', 'confirmed')`),
    index('top_up_buyer').on(t.buyerId, t.id),
    index('top_up_state').on(t.state, t.id),
    ...tenantPolicies({ buyer: t.buyerId }),
  ],
);

export const SANDBOX_STATUSES = ['waiting', 'succeeded', 'failed', 'abandoned'] as const;

/** What the sandbox "bank" knows of a payment: the other side of the provider port, kept in our own database. */
export const sandboxPayments = pgTable(
  'sandbox_payment',
  {
    /** The top-up's id: a provider's own idempotency key. */
    id: text('id').primaryKey(),
    buyerId: text('buyer_id').notNull(),
    amount: fen('amount').notNull(),
    status: text('status', { enum: SANDBOX_STATUSES }).notNull(),
    createdAt: moment('created_at').notNull(),
    decidedAt: moment('decided_at'),
  },
  (t) => [...tenantPolicies({ buyer: t.buyerId })],
);
