import postgres from 'postgres';
import { expect, test } from 'vitest';
import { testDatabaseUrl } from '@/lib/testing/database';
import { APP_ROLE, MigrationProblem, migrate } from './migrate';

const query = async <T>(url: string, run: (sql: postgres.Sql) => Promise<T>): Promise<T> => {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await run(sql);
  } finally {
    await sql.end();
  }
};

const fresh = () => {
  const url = new URL(testDatabaseUrl());
  url.pathname += `_m${Math.random().toString(36).slice(2, 8)}`;
  return url.href;
};

test('three starts at once on a database that does not exist yet make it once', async () => {
  const url = fresh();
  await Promise.all([migrate(url), migrate(url), migrate(url)]);
  await migrate(url);
  const applied = await query(url, (sql) => sql`select from drizzle.__drizzle_migrations`);
  expect(applied.length).toBeGreaterThan(0);
  const tables = await query(url, (sql) => sql`select from account`);
  expect(tables).toHaveLength(0);
});

test('the application’s role can neither sign in nor bypass row-level security', async () => {
  const [role] = await query(
    testDatabaseUrl(),
    (sql) =>
      sql`select rolcanlogin, rolbypassrls, rolsuper from pg_roles where rolname = ${APP_ROLE}`,
  );
  expect(role).toEqual({ rolcanlogin: false, rolbypassrls: false, rolsuper: false });
});

test('an account without superuser rights can own the database; what it lacks is said as a command', async () => {
  const url = fresh();
  const name = new URL(url).pathname.slice(1);
  await query(testDatabaseUrl(), async (sql) => {
    await sql.unsafe(`create role ${name} login createrole`);
    await sql.unsafe(`create database ${name} owner ${name}`);
  });
  const asOwner = new URL(url);
  asOwner.username = name;
  await expect(migrate(asOwner.href)).rejects.toThrow(`grant ${APP_ROLE} to "${name}"`);
  await query(testDatabaseUrl(), (sql) => sql.unsafe(`grant ${APP_ROLE} to ${name}`));
  await migrate(asOwner.href);
  await migrate(asOwner.href);
  await query(asOwner.href, (sql) =>
    sql.begin(async (tx) => {
      await tx`set local role guildhall_app`;
      expect(await tx`select app_add_job('write', '{}'::json)`).toHaveLength(1);
    }),
  );
});

test('a database with another past is refused, in a sentence', async () => {
  const url = fresh();
  await migrate(url);
  await query(url, (sql) => sql`update drizzle.__drizzle_migrations set hash = 'another'`);
  await expect(migrate(url)).rejects.toThrow(MigrationProblem);
});
