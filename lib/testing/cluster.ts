import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '../../bin/lib/embedded-postgres.mjs';
import { migrate } from '../../db/migrate';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a database on the test server that holds nothing; `fresh-database.ts` copies `template`. */
    server: string;
    /** Name of the migrated database that tests copy. */
    template: string;
  }
}

/**
 * Once per run: a throwaway PostgreSQL (or the server in TEST_DATABASE_URL) with one migrated template database.
 * @returns what takes it away again
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-unit-'));
  const given = process.env.TEST_DATABASE_URL;
  const cluster = given
    ? undefined
    : await startPostgres({
        dataDir: folder,
        options: {
          fsync: 'off',
          synchronous_commit: 'off',
          full_page_writes: 'off',
          max_connections: '200',
        },
      });
  const server = given ?? cluster?.url('postgres') ?? '';
  const template = `guildhall_template_${process.pid}`;
  const address = new URL(server);
  address.pathname = `/${template}`;
  await migrate(address.href);
  project.provide('server', server);
  project.provide('template', template);
  return async () => {
    if (given) {
      const sql = postgres(server, { max: 1, onnotice: () => {} });
      const rows = await sql<{ name: string }[]>`
        select datname as name from pg_database where starts_with(datname, ${template})`;
      for (const { name } of rows) await sql`drop database ${sql(name)} with (force)`;
      await sql.end();
    }
    await cluster?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
