import { customType, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { tenantPolicies } from '../tenancy';

/** What a name on an order is the name of. */
export const ORDER_NAME_KINDS = ['customer', 'account', 'product', 'merchant'] as const;
export type OrderNameKind = (typeof ORDER_NAME_KINDS)[number];

/** Every name that stands on a merchant's orders, once. Written by a trigger on `order` (`db/sql/055-order-search.sql`). */
export const orderNames = pgTable(
  'order_name',
  {
    merchantId: text('merchant_id').notNull(),
    kind: text('kind', { enum: ORDER_NAME_KINDS }).notNull(),
    /** The account, product or merchant. */
    ref: text('ref').notNull(),
    name: text('name').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.kind, t.ref, t.name] }),
    ...tenantPolicies({ merchant: t.merchantId }),
  ],
);

/** Text in the order of its bytes, whatever the database's language: what begins alike stands together. */
const bytewise = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/**
 * Every ending of every name of the marketplace: 云帆软件, 帆软件, 软件, 件. A name contains a text where one of its endings
 * begins with it, so a search for a part of a name reads one range of the key and stops when it has enough.
 */
export const orderNameTails = pgTable(
  'order_name_tail',
  {
    kind: text('kind', { enum: ORDER_NAME_KINDS }).notNull(),
    /** Lower case, 32 letters at most. */
    tail: bytewise('tail').notNull(),
    ref: text('ref').notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.tail, t.ref] }), ...tenantPolicies({})],
);
