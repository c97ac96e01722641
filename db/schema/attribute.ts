import { sql } from 'drizzle-orm';
import { integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { moment } from '../columns';
import { publicRead, tenantPolicies } from '../tenancy';
import { merchants } from './merchant';

export const ATTRIBUTE_KINDS = ['quantity', 'enumeration'] as const;
export type AttributeKind = (typeof ATTRIBUTE_KINDS)[number];

/**
 * Dictionary of SKU attributes (商品属性管理, products.md 3.6). Rows without a merchant are the platform's presets.
 * Specifications copy what they use, so that no edit here touches what is listed.
 */
export const attributes = pgTable(
  'attribute',
  {
    id: text('id').primaryKey(),
    merchantId: text('merchant_id').references(() => merchants.id),
    kind: text('kind', { enum: ATTRIBUTE_KINDS }).notNull(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    /** English words of a preset; merchants write in one language. */
    nameEn: text('name_en'),
    description: text('description').notNull().default(''),
    descriptionEn: text('description_en'),
    version: integer('version').notNull().default(1),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('attribute_code').on(t.merchantId, t.code),
    uniqueIndex('attribute_preset_code').on(t.code).where(sql`merchant_id is null`),
    ...tenantPolicies({ merchant: t.merchantId }),
    publicRead(sql`merchant_id is null`),
  ],
);
