import { sql } from 'drizzle-orm';
import { boolean, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from '../columns';
import { publicRead, tenantPolicies } from '../tenancy';

/** What operators changed of a review rule, or a rule they added; the rest comes from the code's own list. */
export const reviewRules = pgTable(
  'review_rule',
  {
    id: text('id').primaryKey(),
    field: text('field').notNull(),
    textZh: text('text_zh').notNull(),
    textEn: text('text_en').notNull(),
    /** Name of the machine check and its parameters; null: for human eyes. */
    check: jsonb('check').$type<{ kind: string; params: Record<string, unknown> } | null>(),
    /** `block`: cannot be submitted while it fails. `warn`: the reviewer decides. */
    severity: text('severity', { enum: ['block', 'warn'] }).notNull(),
    enabled: boolean('enabled').notNull(),
    version: integer('version').notNull().default(1),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  () => [...tenantPolicies({}), publicRead(sql`true`)],
);
