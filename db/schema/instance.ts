import { index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { moment, stateCheck, workflowColumns } from '../columns';
import { tenantPolicies } from '../tenancy';

export const INSTANCE_STATES = ['active', 'released'] as const;

export interface BoughtAttribute {
  code: string;
  name: string;
  value: string;
}

/** What the buyer owns after delivery: the purchased service with its validity (orders-and-refunds.md 1, 3). */
export const instances = pgTable(
  'instance',
  {
    ...workflowColumns(INSTANCE_STATES),
    orderId: text('order_id').notNull(),
    /** What people read and type. */
    orderNumber: text('order_number').notNull(),
    orderLineId: text('order_line_id').notNull(),
    supervisionId: text('supervision_id'),
    buyerId: text('buyer_id').notNull(),
    merchantId: text('merchant_id').notNull(),
    productId: text('product_id').notNull(),
    specId: text('spec_id').notNull(),
    skuId: text('sku_id').notNull(),
    productName: text('product_name').notNull(),
    specName: text('spec_name').notNull(),
    merchantName: text('merchant_name').notNull(),
    logoFileId: text('logo_file_id').notNull(),
    searchText: text('search_text').notNull(),
    attributes: jsonb('attributes').$type<BoughtAttribute[]>().notNull(),
    quantity: integer('quantity').notNull(),
    quantityUnit: text('quantity_unit'),
    billing: text('billing', { enum: ['oneTime', 'month', 'year'] }).notNull(),
    periods: integer('periods').notNull(),
    validFrom: moment('valid_from').notNull(),
    /** Empty: bought once, without end. */
    validUntil: moment('valid_until'),
    /** What the validity starts with: the filled-in enabling time or the acceptance. */
    startsBy: text('starts_by', { enum: ['enabled', 'accepted'] }).notNull(),
    /** When a refund took it back. */
    releasedAt: moment('released_at'),
  },
  (t) => [
    stateCheck('instance', t.state, INSTANCE_STATES),
    uniqueIndex('instance_order_line').on(t.orderLineId),
    index('instance_buyer').on(t.buyerId, t.id),
    index('instance_merchant').on(t.merchantId, t.id),
    ...tenantPolicies({ merchant: t.merchantId, buyer: t.buyerId }),
  ],
);
