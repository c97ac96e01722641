import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { moment } from '../columns';
import { publicRead, tenantPolicies } from '../tenancy';
import { merchants } from './merchant';

/** A stretch of service time: weekdays 1 (Monday) to 7, from and to as `HH:MM`, `24:00` included. */
export interface ServiceHours {
  days: number[];
  from: string;
  to: string;
}

/** After-sales contacts that a product shows under service and support (onboarding.md 7.2). */
export const supportGroups = pgTable(
  'support_group',
  {
    id: text('id').primaryKey(),
    merchantId: text('merchant_id')
      .notNull()
      .references(() => merchants.id),
    name: text('name').notNull(),
    content: text('content').notNull(),
    hours: jsonb('hours').$type<ServiceHours[]>().notNull(),
    phone: text('phone').notNull(),
    email: text('email').notNull(),
    version: integer('version').notNull().default(1),
    removedAt: moment('removed_at'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('support_group_name').on(t.merchantId, t.name).where(sql`removed_at is null`),
    index('support_group_merchant').on(t.merchantId),
    ...tenantPolicies({ merchant: t.merchantId }),
    publicRead(sql`true`),
  ],
);

/**
 * A merchant's extension on the platform's hotline, with the numbers that ring in random rotation and when
 * (onboarding.md 7.2). The numbers are not for customers.
 */
export const presales = pgTable(
  'presales',
  {
    merchantId: text('merchant_id')
      .primaryKey()
      .references(() => merchants.id),
    extension: integer('extension').notNull().unique(),
    phones: jsonb('phones').$type<string[]>().notNull(),
    hours: jsonb('hours').$type<ServiceHours[]>().notNull(),
    version: integer('version').notNull().default(1),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [...tenantPolicies({ merchant: t.merchantId })],
);
