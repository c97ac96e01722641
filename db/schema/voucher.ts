import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { fen, moment, stateCheck, workflowColumns } from '../columns';
import { publicRead, tenantPolicies } from '../tenancy';
import { merchants } from './merchant';
import { BILLINGS, products } from './product';

export const VOUCHER_STATES = [
  'draft',
  'pendingReview',
  'rejected',
  'active',
  'voided',
  'expired',
  'invalid',
] as const;
export type VoucherState = (typeof VOUCHER_STATES)[number];

export const PIECE_STATES = ['claimed', 'locked', 'used', 'expired', 'voided', 'invalid'] as const;
export type PieceState = (typeof PIECE_STATES)[number];

export const VOUCHER_CLASSES = ['general', 'joint'] as const;
export const VOUCHER_ORDER_TYPES = ['new', 'renewal', 'both'] as const;
/** `public`: claimed on the product page; `named`: given to the customers of a list. Codes go with either. */
export const DISTRIBUTIONS = ['public', 'named'] as const;
/** Discounts that a voucher may refuse to be combined with (sales.md 1.1). */
export const EXCLUSIONS = ['package', 'promotion', 'commercial', 'partner', 'coupon'] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];
/** How a piece came to its owner. */
export const PIECE_SOURCES = ['claim', 'named', 'code'] as const;

/** A batch of vouchers of one product (sales.md 1). What was issued is never changed again. */
export const vouchers = pgTable(
  'voucher',
  {
    ...workflowColumns(VOUCHER_STATES),
    merchantId: text('merchant_id')
      .notNull()
      .references(() => merchants.id),
    merchantName: text('merchant_name').notNull(),
    productId: text('product_id')
      .notNull()
      .references(() => products.id),
    productName: text('product_name').notNull(),
    class: text('class', { enum: VOUCHER_CLASSES }).notNull(),
    name: text('name').notNull(),
    /** Specifications that qualify; empty for all of the product. */
    specIds: jsonb('spec_ids').$type<string[]>().notNull(),
    /** Whole yuan, kept as fen. */
    amount: fen('amount').notNull(),
    /** Order amount from which it applies, fen. */
    threshold: fen('threshold').notNull(),
    startsAt: moment('starts_at').notNull(),
    endsAt: moment('ends_at').notNull(),
    billing: text('billing', { enum: BILLINGS }).notNull(),
    orderType: text('order_type', { enum: VOUCHER_ORDER_TYPES }).notNull(),
    exclusions: jsonb('exclusions').$type<Exclusion[]>().notNull(),
    quantity: integer('quantity').notNull(),
    perUser: integer('per_user').notNull(),
    distribution: text('distribution', { enum: DISTRIBUTIONS }).notNull(),
    showOnPage: boolean('show_on_page').notNull(),
    issuedAt: moment('issued_at'),
    endedAt: moment('ended_at'),
    /** Of a rejection, by the reviewer; of an invalid batch, a word below `voucher.cause`. */
    reason: text('reason'),
    /** Which showing of the form made it. */
    requestKey: text('request_key'),
  },
  (t) => [
    stateCheck('voucher', t.state, VOUCHER_STATES),
    check('voucher_amount', sql`${t.amount} > 0 and ${t.amount} < ${t.threshold}`),
    uniqueIndex('voucher_request').on(t.merchantId, t.requestKey),
    index('voucher_merchant').on(t.merchantId, t.id),
    index('voucher_product').on(t.productId, t.state),
    index('voucher_state').on(t.state, t.id),
    ...tenantPolicies({ merchant: t.merchantId }),
    publicRead(sql`state = 'active' and distribution = 'public' and show_on_page`),
  ],
);

/**
 * What is left of a batch, over several rows: claims take from whichever is free, so that they do not wait for one
 * row. The sum is what is left.
 */
export const voucherStocks = pgTable(
  'voucher_stock',
  {
    voucherId: text('voucher_id')
      .notNull()
      .references(() => vouchers.id),
    shard: integer('shard').notNull(),
    merchantId: text('merchant_id').notNull(),
    left: integer('left_over').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.voucherId, t.shard] }),
    check('voucher_stock_left', sql`${t.left} >= 0`),
    ...tenantPolicies({ merchant: t.merchantId }),
  ],
);

/** A customer of an uploaded list, who gets one piece. */
export const voucherNames = pgTable(
  'voucher_name',
  {
    id: text('id').primaryKey(),
    voucherId: text('voucher_id')
      .notNull()
      .references(() => vouchers.id),
    merchantId: text('merchant_id').notNull(),
    buyerId: text('buyer_id').notNull(),
    fileId: text('file_id').notNull(),
    createdAt: moment('created_at').notNull(),
    /** The piece that was given for it. */
    pieceId: text('piece_id'),
  },
  (t) => [
    index('voucher_name_voucher').on(t.voucherId, t.id),
    index('voucher_name_waiting').on(t.voucherId, t.id).where(sql`piece_id is null`),
    ...tenantPolicies({ merchant: t.merchantId }),
  ],
);

/** One making of activation codes; they can be read once, then only their hashes are left. */
export const voucherCodeSets = pgTable(
  'voucher_code_set',
  {
    id: text('id').primaryKey(),
    voucherId: text('voucher_id')
      .notNull()
      .references(() => vouchers.id),
    merchantId: text('merchant_id').notNull(),
    count: integer('count').notNull(),
    /** Sealed under the installation's secret; null once it was downloaded. */
    sealed: text('sealed'),
    downloadedAt: moment('downloaded_at'),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    index('voucher_code_set_voucher').on(t.voucherId, t.id),
    ...tenantPolicies({ merchant: t.merchantId }),
  ],
);

/** An activation code by its hash; used once. */
export const voucherCodes = pgTable(
  'voucher_code',
  {
    id: text('id').primaryKey(),
    setId: text('set_id')
      .notNull()
      .references(() => voucherCodeSets.id),
    voucherId: text('voucher_id').notNull(),
    merchantId: text('merchant_id').notNull(),
    hash: text('hash').notNull(),
    pieceId: text('piece_id'),
    usedAt: moment('used_at'),
  },
  (t) => [
    uniqueIndex('voucher_code_hash').on(t.hash),
    index('voucher_code_set_of').on(t.setId),
    ...tenantPolicies({ merchant: t.merchantId }),
  ],
);

/** One voucher in one customer's hands (sales.md 1.3). */
export const voucherPieces = pgTable(
  'voucher_piece',
  {
    ...workflowColumns(PIECE_STATES),
    voucherId: text('voucher_id')
      .notNull()
      .references(() => vouchers.id),
    merchantId: text('merchant_id').notNull(),
    productId: text('product_id').notNull(),
    buyerId: text('buyer_id').notNull(),
    /** The customer's account as the merchant sees it. */
    accountName: text('account_name').notNull(),
    /** Name and amount of the batch, which do not change. */
    name: text('name').notNull(),
    amount: fen('amount').notNull(),
    endsAt: moment('ends_at').notNull(),
    /** When the owner is reminded that it ends; null when it was given later than that. */
    remindAt: moment('remind_at'),
    source: text('source', { enum: PIECE_SOURCES }).notNull(),
    /** The order that holds or used it. */
    orderId: text('order_id'),
    usedAt: moment('used_at'),
    /** When a refund gave it back. */
    returnedAt: moment('returned_at'),
  },
  (t) => [
    stateCheck('voucher_piece', t.state, PIECE_STATES),
    index('voucher_piece_voucher').on(t.voucherId, t.state, t.id),
    index('voucher_piece_batch').on(t.voucherId, t.id),
    index('voucher_piece_buyer').on(t.buyerId, t.state, t.id),
    index('voucher_piece_owner').on(t.buyerId, t.voucherId),
    index('voucher_piece_order').on(t.orderId).where(sql`order_id is not null`),
    ...tenantPolicies({ merchant: t.merchantId, buyer: t.buyerId }),
  ],
);
