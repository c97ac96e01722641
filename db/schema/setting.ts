import { date, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from '../columns';

/** One value of a rule from a moment on; the newest effective one holds, older ones stay for orders made under them. */
export const settingValues = pgTable(
  'setting_value',
  {
    id: text('id').primaryKey(),
    key: text('key').notNull(),
    value: jsonb('value').notNull(),
    effectiveFrom: moment('effective_from').notNull(),
    note: text('note').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [index('setting_effective').on(t.key, t.effectiveFrom, t.id)],
);

/** Days that differ from the plain Monday-to-Friday week. */
export const calendarDays = pgTable('calendar_day', {
  day: date('day', { mode: 'string' }).primaryKey(),
  kind: text('kind', { enum: ['holiday', 'workday'] }).notNull(),
  name: text('name').notNull(),
});

/** How far the demo's clock is ahead of real time; one row, ignored outside the demo. */
export const clockOffset = pgTable('clock_offset', {
  id: integer('id').primaryKey(),
  seconds: integer('seconds').notNull(),
});
