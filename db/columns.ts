import { sql } from 'drizzle-orm';
import { type AnyPgColumn, bigint, check, integer, text, timestamp } from 'drizzle-orm/pg-core';

/** A moment, stored with time zone, read as `Date`. */
export const moment = (name: string) =>
  timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });

/** Whole fen as bigint. */
export const fen = (name: string) => bigint(name, { mode: 'bigint' });

/** Columns of every table that a workflow moves; pair with `stateCheck`. */
export const workflowColumns = <const S extends readonly [string, ...string[]]>(states: S) => ({
  id: text('id').primaryKey(),
  state: text('state', { enum: states as unknown as [S[number], ...S[number][]] }).notNull(),
  stateSince: moment('state_since').notNull(),
  /** Earliest moment at which something happens by itself in this state. */
  dueAt: moment('due_at'),
  version: integer('version').notNull().default(1),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
});

/** The CHECK that holds a state column to its list. */
export function stateCheck(table: string, column: AnyPgColumn, states: readonly string[]) {
  const list = sql.raw(states.map((state) => `'${state}'`).join(', '));
  return check(`${table}_state`, sql`${column} in (${list})`);
}
