import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { moment } from '../columns';
import { tenantPolicies } from '../tenancy';
import { accounts } from './account';
import { products, specs } from './product';

/** Purchase limit of one specification per buyer (products.md 5.2); null: no limit of that kind. */
export const purchaseLimits = pgTable(
  'purchase_limit',
  {
    id: text('id').primaryKey(),
    specId: text('spec_id')
      .notNull()
      .references(() => specs.id)
      .unique(),
    productId: text('product_id')
      .notNull()
      .references(() => products.id),
    merchantId: text('merchant_id').notNull(),
    /** How many orders in all. */
    times: integer('times'),
    /** How much in all, in units of the quantity. */
    quantity: integer('quantity'),
    /** May buy again only after what was bought has expired. */
    untilExpiry: boolean('until_expiry').notNull(),
    version: integer('version').notNull().default(1),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    index('purchase_limit_product').on(t.productId),
    ...tenantPolicies({ merchant: t.merchantId }),
  ],
);

/** A product (`specId` null) or specification that only the listed buyers may buy; an empty list blocks everybody. */
export const saleRestrictions = pgTable(
  'sale_restriction',
  {
    id: text('id').primaryKey(),
    productId: text('product_id')
      .notNull()
      .references(() => products.id),
    specId: text('spec_id').references(() => specs.id),
    merchantId: text('merchant_id').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('sale_restriction_once').on(t.productId, sql`coalesce(spec_id, '')`),
    ...tenantPolicies({ merchant: t.merchantId }),
  ],
);

/** One buyer on an allow-list; account name and id were both given and matched. */
export const allowedBuyers = pgTable(
  'allowed_buyer',
  {
    id: text('id').primaryKey(),
    restrictionId: text('restriction_id')
      .notNull()
      .references(() => saleRestrictions.id, { onDelete: 'cascade' }),
    merchantId: text('merchant_id').notNull(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    accountName: text('account_name').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('allowed_buyer_once').on(t.restrictionId, t.accountId),
    ...tenantPolicies({ merchant: t.merchantId }),
  ],
);

/** Stock of one specification (products.md 5.5). No row: sold without a limit. Available = total − consumed. */
export const stocks = pgTable(
  'stock',
  {
    specId: text('spec_id')
      .primaryKey()
      .references(() => specs.id),
    productId: text('product_id')
      .notNull()
      .references(() => products.id),
    merchantId: text('merchant_id').notNull(),
    total: integer('total').notNull(),
    consumed: integer('consumed').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    check('stock_available', sql`${t.consumed} between 0 and ${t.total}`),
    index('stock_merchant').on(t.merchantId),
    ...tenantPolicies({ merchant: t.merchantId }),
  ],
);

/** One restock, with its note. */
export const stockChanges = pgTable(
  'stock_change',
  {
    id: text('id').primaryKey(),
    specId: text('spec_id')
      .notNull()
      .references(() => specs.id),
    merchantId: text('merchant_id').notNull(),
    accountId: text('account_id').notNull(),
    change: integer('change').notNull(),
    totalAfter: integer('total_after').notNull(),
    note: text('note').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    index('stock_change_spec').on(t.specId, t.id),
    ...tenantPolicies({ merchant: t.merchantId }),
  ],
);

/** What a buyer took of a specification; limits and stock count the rows that were not returned. */
export const purchases = pgTable(
  'purchase',
  {
    orderLineId: text('order_line_id').primaryKey(),
    specId: text('spec_id')
      .notNull()
      .references(() => specs.id),
    skuId: text('sku_id').notNull(),
    merchantId: text('merchant_id').notNull(),
    buyerId: text('buyer_id').notNull(),
    quantity: integer('quantity').notNull(),
    /** Whether stock was kept when it was bought. */
    fromStock: boolean('from_stock').notNull(),
    takenAt: moment('taken_at').notNull(),
    /** When what was bought expires; null while it is not known. */
    expiresAt: moment('expires_at'),
    /** Cancelled, lapsed or refunded: not counted any more. */
    returnedAt: moment('returned_at'),
  },
  (t) => [
    index('purchase_buyer').on(t.buyerId, t.specId),
    ...tenantPolicies({ merchant: t.merchantId, buyer: t.buyerId }),
  ],
);
