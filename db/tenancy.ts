import { type SQL, sql } from 'drizzle-orm';
import { type PgColumn, pgPolicy, pgRole } from 'drizzle-orm/pg-core';

/** The database role that the application works under; it cannot bypass row-level security. */
export const appRole = pgRole('guildhall_app').existing();

/** `(select …)` lets the planner evaluate the setting once per query and use the index. */
const settingOf = (name: string) => sql.raw(`(select current_setting('app.${name}', true))`);

/**
 * One truth value per query. The planner takes it for a coin: half of the rows. Written as a comparison it would take one
 * row in a hundred, and sort a long list as a whole instead of reading its newest from the index.
 */
const seesAll = sql.raw("(select current_setting('app.scope', true) in ('operations', 'system'))");

export interface TenantColumns {
  /** Column that names the merchant whose members may see the row. */
  merchant?: PgColumn;
  /** Column that names the buying account. */
  buyer?: PgColumn;
  /** Column that names the account the row belongs to. */
  account?: PgColumn;
}

/**
 * The second fence: rows are visible and writable to their tenants, to operators and to the system only
 * (design 3.2). Spread into the extra-config array of a table.
 */
export function tenantPolicies(columns: TenantColumns) {
  const own: SQL[] = [];
  if (columns.merchant) own.push(sql`${columns.merchant} = ${settingOf('merchant_id')}`);
  if (columns.buyer) own.push(sql`${columns.buyer} = ${settingOf('account_id')}`);
  if (columns.account) own.push(sql`${columns.account} = ${settingOf('account_id')}`);
  const visible = sql.join([seesAll, ...own], sql` or `);
  return [
    pgPolicy('tenant', { for: 'all', to: appRole, using: visible, withCheck: visible }),
  ] as const;
}

/** Rows that anybody may read while `condition` holds, e.g. products on sale. */
export function publicRead(condition: SQL) {
  return pgPolicy('public_read', { for: 'select', to: appRole, using: condition });
}

/** Tables without a tenant, each with the reason; every other table must have row-level security. */
export const SHARED_TABLES: Record<string, string> = {
  rate_limit: 'counts tries by hashed key; belongs to nobody',
  setting_value: 'rules of the house, the same for everyone',
  calendar_day: 'working days, the same for everyone',
  clock_offset: 'one clock for the demo',
  installation_fact: 'facts about the installation as a whole',
  worker_heartbeat: 'processes, not business',
};
