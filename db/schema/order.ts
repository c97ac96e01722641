import { sql } from 'drizzle-orm';
import {
  boolean,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { fen, moment, stateCheck, workflowColumns } from '../columns';
import { tenantPolicies } from '../tenancy';
import { accounts } from './account';
import { merchants } from './merchant';

export const ORDER_STATES = ['pendingPayment', 'processing', 'completed', 'cancelled'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** Why an unpaid order ended: by the buyer, by its pay-by time, or because it can no longer be sold. */
export const CANCEL_REASONS = ['buyer', 'lapsed', 'delisted', 'changed'] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

/** Contact data of the buyer as it was when ordering; shown to the merchant (orders-and-refunds.md 6). */
export interface BuyerSnapshot {
  /** Name of the account. */
  name: string;
  /** Confirmed personal or company name. */
  realName: string;
  realNameKind: 'personal' | 'enterprise';
  email: string;
  phone: string | null;
}

/** One value that shaped the order, and the version of the rule it came from. */
export interface AppliedRule {
  key: string;
  value: number | string;
  /** Version of the setting; null: the default of the rule book. */
  versionId: string | null;
  effectiveFrom: string | null;
  /** Section of the rule book. */
  rule: string;
}

/** Gives each order its place; `lib/workflows/order/number.ts` makes the number from it. */
export const orderSerial = pgSequence('order_serial');

/** One purchase (orders-and-refunds.md 1–3). Amounts are fen and frozen when ordered. */
export const orders = pgTable(
  'order',
  {
    ...workflowColumns(ORDER_STATES),
    /** What people read and type; the id is for addresses. */
    number: text('number').notNull().unique(),
    buyerId: text('buyer_id')
      .notNull()
      .references(() => accounts.id),
    merchantId: text('merchant_id')
      .notNull()
      .references(() => merchants.id),
    productId: text('product_id').notNull(),
    /** Names as they were when ordered; they are also what lists filter by. */
    productName: text('product_name').notNull(),
    merchantName: text('merchant_name').notNull(),
    customerName: text('customer_name').notNull(),
    accountName: text('account_name').notNull(),
    amount: fen('amount').notNull(),
    payBy: moment('pay_by').notNull(),
    paidAt: moment('paid_at'),
    completedAt: moment('completed_at'),
    cancelledAt: moment('cancelled_at'),
    cancelReason: text('cancel_reason', { enum: CANCEL_REASONS }),
    /** The part of the amount that a voucher pays; the rest is paid in cash from the balance. */
    voucherAmount: fen('voucher_amount').notNull().default(sql`0`),
    voucherPieceId: text('voucher_piece_id'),
    /** Cash that went back to the buyer. */
    refunded: fen('refunded').notNull().default(sql`0`),
    refundedAt: moment('refunded_at'),
    /** What the end of the order charged and moved: the platform's fee, and the merchant's net share. */
    fee: fen('fee'),
    payable: fen('payable'),
    /** Who bore the voucher (money.md 7.1); together the part of it that was not lost to a refund. */
    voucherByMerchant: fen('voucher_by_merchant').notNull().default(sql`0`),
    voucherByPlatform: fen('voucher_by_platform').notNull().default(sql`0`),
    buyerSnapshot: jsonb('buyer_snapshot').$type<BuyerSnapshot>().notNull(),
    /** The service agreement that the buyer ticked: the very file, by its hash. */
    agreementFileId: text('agreement_file_id').notNull(),
    agreementName: text('agreement_name').notNull(),
    agreementSha256: text('agreement_sha256').notNull(),
    rules: jsonb('rules').$type<AppliedRule[]>().notNull(),
    /** Names one submission of the checkout form, so that a second click is not a second order. */
    requestKey: text('request_key').notNull(),
  },
  (t) => [
    stateCheck('order', t.state, ORDER_STATES),
    uniqueIndex('order_request').on(t.buyerId, t.requestKey),
    index('order_merchant').on(t.merchantId, t.id),
    index('order_merchant_state').on(t.merchantId, t.state, t.id),
    index('order_buyer').on(t.buyerId, t.id),
    index('order_buyer_state').on(t.buyerId, t.state, t.id),
    index('order_product').on(t.productId, t.state),
    index('order_product_newest').on(t.productId, t.id),
    index('order_merchant_buyer').on(t.merchantId, t.buyerId, t.id),
    index('order_state').on(t.state, t.id),
    ...tenantPolicies({ merchant: t.merchantId, buyer: t.buyerId }),
  ],
);

/** What was bought, with everything that a later change must not touch (design 3.6). */
export const orderLines = pgTable(
  'order_line',
  {
    /** `<order id>-000001` */
    id: text('id').primaryKey(),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    buyerId: text('buyer_id').notNull(),
    merchantId: text('merchant_id').notNull(),
    productId: text('product_id').notNull(),
    specId: text('spec_id').notNull(),
    skuId: text('sku_id').notNull(),
    productName: text('product_name').notNull(),
    productVersion: text('product_version').notNull(),
    specName: text('spec_name').notNull(),
    logoFileId: text('logo_file_id').notNull(),
    attributes: jsonb('attributes')
      .$type<{ code: string; name: string; value: string }[]>()
      .notNull(),
    billing: text('billing', { enum: ['oneTime', 'month', 'year'] }).notNull(),
    /** Units of the priced quantity; 1 where the SKU has none. */
    quantity: integer('quantity').notNull(),
    quantityName: text('quantity_name'),
    quantityUnit: text('quantity_unit'),
    /** Months or years bought; 1 for one-time. */
    periods: integer('periods').notNull(),
    /** Fen for one period of the quantity ordered; `amount` = `unitPrice` × `periods`. */
    unitPrice: fen('unit_price').notNull(),
    amount: fen('amount').notNull(),
    /** Basis points of the amount that the platform keeps on completion. */
    feeRate: integer('fee_rate').notNull(),
    taxType: text('tax_type').notNull(),
    /** Basis points of value added tax contained in the amount. */
    taxRate: integer('tax_rate').notNull(),
    /** The voucher on this line, its amount, and the merchant's part of its cost in basis points (money.md 9). */
    voucherPieceId: text('voucher_piece_id'),
    voucherAmount: fen('voucher_amount').notNull().default(sql`0`),
    voucherMerchantRatio: integer('voucher_merchant_ratio').notNull().default(0),
    flowVersion: text('flow_version', { enum: ['v1', 'v2'] }).notNull(),
    requirementStep: boolean('requirement_step').notNull(),
    deliveryPeriodDays: integer('delivery_period_days').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    index('order_line_order').on(t.orderId),
    index('order_line_spec').on(t.specId),
    ...tenantPolicies({ merchant: t.merchantId, buyer: t.buyerId }),
  ],
);
