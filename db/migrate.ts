import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import { runMigrations as installJobs } from 'graphile-worker';
import postgres, { type Sql, type TransactionSql } from 'postgres';
import { createDatabase, databaseExists } from './databases';
import { JOURNAL, MIGRATIONS, sourceMigrations } from './migrations-list';

/** The database role under which the application reads and writes; it cannot bypass row-level security. */
export const APP_ROLE = 'guildhall_app';

const FUNCTIONS = join(import.meta.dirname, 'sql');
const OLDEST_POSTGRES = 15;
const LOCK = 7_110_001;

/** The database cannot be brought up to date; the message is a sentence for the person who starts it. */
export class MigrationProblem extends Error {}

/** The hashes of the migrations that a database has had, oldest first. */
export async function appliedMigrations(sql: Sql | TransactionSql): Promise<string[]> {
  const [there] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as yes`;
  if (!there?.yes) return [];
  const rows = await sql<
    { hash: string }[]
  >`select hash from drizzle.__drizzle_migrations order by id`;
  return rows.map((row) => row.hash);
}

async function checkServer(sql: Sql) {
  const [row] = await sql<{ v: number }[]>`select current_setting('server_version_num')::int as v`;
  const major = Math.floor((row?.v ?? 0) / 10_000);
  if (major < OLDEST_POSTGRES)
    throw new MigrationProblem(
      `The PostgreSQL server is version ${major}; Guildhall needs ${OLDEST_POSTGRES} or newer.`,
    );
}

/** Refuses a database whose past is not the beginning of this source tree's list of migrations. */
async function checkPast(sql: Sql) {
  const source = sourceMigrations();
  const applied = await appliedMigrations(sql);
  if (applied.every((hash, i) => hash === source[i]?.hash)) return;
  throw new MigrationProblem(
    'The database was made by another version of the schema than this source tree. Use the version that made it, or start with an empty database (npm start -- --fresh empties the embedded one).',
  );
}

/**
 * Creates the application's role and lets the connecting account take it on. Roles belong to the whole server, so
 * another database's migration may be doing the same.
 */
async function ensureRole(sql: Sql) {
  const [there] = await sql`select from pg_roles where rolname = ${APP_ROLE}`;
  try {
    if (!there) await sql.unsafe(`create role ${APP_ROLE} nologin nobypassrls`);
  } catch (error) {
    if (codeOf(error) === '42501') throw lacksRole('create role guildhall_app nologin nobypassrls');
    if (!['42710', '23505'].includes(codeOf(error))) throw error;
  }
  for (let attempt = 1; !(await mayTakeRole(sql)); attempt++) {
    try {
      await sql`grant ${sql(APP_ROLE)} to current_user`;
    } catch (error) {
      const [me] = await sql<{ name: string }[]>`select current_user as name`;
      if (codeOf(error) === '42501') throw lacksRole(`grant ${APP_ROLE} to "${me?.name}"`);
      const beaten = error instanceof Error && /concurrently updated/.test(error.message);
      if (!beaten || attempt === 5) throw error;
    }
  }
}

const codeOf = (error: unknown) => (error as { code?: string }).code ?? '';

const lacksRole = (command: string) =>
  new MigrationProblem(
    `The account of DATABASE_URL may not set up the role ${APP_ROLE}. Let an administrator of the server run: ${command}`,
  );

/** From version 16 on, being a member of a role and being allowed to take it on are two things. */
async function mayTakeRole(sql: Sql): Promise<boolean> {
  const [row] = await sql<{ yes: boolean }[]>`
    select pg_has_role(current_user, ${APP_ROLE}, case
      when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER'
    end) as yes`;
  return row?.yes ?? false;
}

/** Re-applies `db/sql/*.sql` in the order of their names, all or none. */
async function applyFunctions(sql: Sql) {
  const files = existsSync(FUNCTIONS)
    ? readdirSync(FUNCTIONS).filter((f) => f.endsWith('.sql'))
    : [];
  await sql.begin(async (tx) => {
    for (const file of files.sort()) await tx.unsafe(readFileSync(join(FUNCTIONS, file), 'utf8'));
  });
}

/**
 * Brings a database up to date: the database itself when missing, the application's role, the schema's migrations,
 * the job queue's own schema, then the functions, triggers and grants in `db/sql`. Two at once are safe: one waits.
 * @param url a direct connection (not through a transaction pooler) as the owner of the database
 * @throws {MigrationProblem} with a sentence; other errors are the server's own
 */
export async function migrate(url: string): Promise<void> {
  await prepared(url, async (sql) => {
    if (sourceMigrations().length > 0)
      await runMigrations(drizzle(sql), { migrationsFolder: MIGRATIONS });
    await installJobs({ connectionString: url, noHandleSignals: true, maxPoolSize: 2 });
    await applyFunctions(sql);
  });
}

/**
 * Makes the tables as they were after the first `count` migrations, and the job queue's; no function, trigger or first
 * row. What is then loaded stays as it is; `migrate` does the rest.
 * @throws {MigrationProblem} with a sentence; other errors are the server's own
 */
export async function migrateOnly(url: string, count: number): Promise<void> {
  await prepared(url, async (sql) => {
    const folder = mkdtempSync(join(tmpdir(), 'guildhall-migrations-'));
    try {
      cpSync(MIGRATIONS, folder, { recursive: true });
      const journal = JSON.parse(readFileSync(join(MIGRATIONS, JOURNAL), 'utf8'));
      const entries = journal.entries.slice(0, count);
      writeFileSync(join(folder, JOURNAL), JSON.stringify({ ...journal, entries }));
      await runMigrations(drizzle(sql), { migrationsFolder: folder });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    await installJobs({ connectionString: url, noHandleSignals: true, maxPoolSize: 2 });
  });
}

/** Runs `run` on a database that is there, of a version that is known, with the role, and alone. */
async function prepared(url: string, run: (sql: Sql) => Promise<void>): Promise<void> {
  if (!(await databaseExists(url))) await createDatabase(url);
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await checkServer(sql);
    await sql`select pg_advisory_lock(${LOCK})`;
    await checkPast(sql);
    await ensureRole(sql);
    await run(sql);
  } finally {
    await sql.end();
  }
}
