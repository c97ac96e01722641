import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { tenantPolicies } from '../tenancy';

/** What a name on an order is the name of. */
export const ORDER_NAME_KINDS = ['customer', 'account', 'product', 'merchant'] as const;
export type OrderNameKind = (typeof ORDER_NAME_KINDS)[number];

/**
 * Every name that stands on an order, once per merchant and once for the whole marketplace: searching a few thousand
 * names finds whose orders to look at, whatever the number of orders. Written by a trigger on `order`; its index of
 * letter pairs is in `db/sql/055-order-search.sql`.
 */
export const orderNames = pgTable(
  'order_name',
  {
    /** Merchant whose orders carry the name; empty for the marketplace as a whole. */
    scope: text('scope').notNull(),
    kind: text('kind', { enum: ORDER_NAME_KINDS }).notNull(),
    /** The account, product or merchant. */
    ref: text('ref').notNull(),
    name: text('name').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.scope, t.kind, t.ref, t.name] }),
    ...tenantPolicies({ merchant: t.scope }),
  ],
);
