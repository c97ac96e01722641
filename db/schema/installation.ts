import { jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** What is true of this installation as a whole, such as when its demo was seeded. */
export const installationFacts = pgTable('installation_fact', {
  key: text('key').primaryKey(),
  value: jsonb('value').notNull(),
  at: timestamp('at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
});

/** Running worker processes; each refreshes its own row every few seconds. `id` is what its jobs carry in `locked_by`. */
export const workerHeartbeats = pgTable('worker_heartbeat', {
  id: text('id').primaryKey(),
  host: text('host').notNull(),
  startedAt: timestamp('started_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
  seenAt: timestamp('seen_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
});
