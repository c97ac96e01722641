import { sql } from 'drizzle-orm';
import { type AnyPgColumn, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { moment } from '../columns';
import { publicRead, tenantPolicies } from '../tenancy';

export const CATEGORY_STATES = ['active', 'retired'] as const;

/** The catalogue tree, two levels (products.md 2.1). Everybody reads it, operators edit it. */
export const categories = pgTable(
  'category',
  {
    id: text('id').primaryKey(),
    /** The top category; null for a top category itself. */
    parentId: text('parent_id').references((): AnyPgColumn => categories.id),
    /** Stable name for rules such as the tax derivation; never shown. */
    code: text('code').notNull(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
    position: integer('position').notNull(),
    state: text('state', { enum: CATEGORY_STATES }).notNull().default('active'),
    version: integer('version').notNull().default(1),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('category_code').on(t.code),
    index('category_parent').on(t.parentId, t.position),
    ...tenantPolicies({}),
    publicRead(sql`true`),
  ],
);
