import { randomBytes } from 'node:crypto';
import postgres from 'postgres';

/** Makes a new database on `server` as a copy of `template`. @returns its address */
export async function copyDatabase(server: string, template: string): Promise<string> {
  const name = `${template}_${randomBytes(6).toString('hex')}`;
  const sql = postgres(server, { max: 1, onnotice: () => {} });
  try {
    // Two copies of one template at once wait for each other under this lock instead of failing.
    await sql`select pg_advisory_lock(7110009)`;
    await sql`create database ${sql(name)} template ${sql(template)}`;
  } finally {
    await sql.end();
  }
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Drops a database made by `copyDatabase`, with whoever is still connected to it. */
export async function dropDatabase(url: string): Promise<void> {
  const server = new URL(url);
  const name = server.pathname.slice(1);
  server.pathname = '/postgres';
  const sql = postgres(server.href, { max: 1, onnotice: () => {} });
  try {
    await sql`drop database if exists ${sql(name)} with (force)`;
  } finally {
    await sql.end();
  }
}

/** The address of the database of this test file, for tests that open connections of their own. */
export function testDatabaseUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error('runs only in unit tests');
  return url;
}
