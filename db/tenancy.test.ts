import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { getDatabase } from './client';
import { SHARED_TABLES } from './tenancy';

interface TableRow extends Record<string, unknown> {
  name: string;
  secured: boolean;
  policies: string;
  tenanted: boolean;
}

const tables = () =>
  getDatabase().execute<TableRow>(sql`
    select c.relname as name, c.relrowsecurity as secured,
      (select count(*) from pg_policy p where p.polrelid = c.oid) as policies,
      exists (select from information_schema.columns k where k.table_schema = 'public' and k.table_name = c.relname
        and k.column_name in ('merchant_id', 'buyer_id', 'account_id')) as tenanted
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and left(c.relname, 2) <> '__'`);

describe('the second fence', () => {
  it('stands around every table that is not listed as shared', async () => {
    const open = (await tables()).filter(
      ({ name, secured, policies }) =>
        !(name in SHARED_TABLES) && !(secured && Number(policies) > 0),
    );
    expect(open.map(({ name }) => name)).toEqual([]);
  });

  it('is not waived for a table with a tenant column', async () => {
    const waived = (await tables()).filter(
      ({ name, tenanted }) => name in SHARED_TABLES && tenanted,
    );
    expect(waived.map(({ name }) => name)).toEqual([]);
  });

  it('lists as shared only tables that exist', async () => {
    const names = new Set((await tables()).map(({ name }) => name));
    expect(Object.keys(SHARED_TABLES).filter((name) => !names.has(name))).toEqual([]);
  });

  it('binds a role that cannot bypass it', async () => {
    const [role] = await getDatabase().execute<{
      rolbypassrls: boolean;
      rolsuper: boolean;
      rolcanlogin: boolean;
    }>(
      sql`select rolbypassrls, rolsuper, rolcanlogin from pg_roles where rolname = 'guildhall_app'`,
    );
    expect(role).toMatchObject({ rolbypassrls: false, rolsuper: false, rolcanlogin: false });
  });
});
