import { date, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { tenantPolicies } from '../tenancy';

/** Views of a product page, per day and visitor; the visitor is a hash that changes every day. */
export const productViews = pgTable(
  'product_view',
  {
    productId: text('product_id').notNull(),
    merchantId: text('merchant_id').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    visitor: text('visitor').notNull(),
    views: integer('views').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.productId, t.day, t.visitor] }),
    index('product_view_merchant').on(t.merchantId, t.day),
    ...tenantPolicies({ merchant: t.merchantId }),
  ],
);
