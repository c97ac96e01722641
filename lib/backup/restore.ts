import { pipeline } from 'node:stream/promises';
import type { Sql, TransactionSql } from 'postgres';
import { migrate, migrateOnly } from '@/db/migrate';
import { sourceMigrations } from '@/db/migrations-list';
import { storage } from '@/lib/storage/current';
import type { OpenBackup } from './archive';
import { listForeignKeys, listTables } from './catalog';
import { BackupProblem, FILES, type Manifest, tableEntry } from './format';

/**
 * Puts a backup into an empty database and its files into the store, then brings the schema up to this version. Rows
 * come in one transaction: after an interruption the same command begins anew.
 * @param url address of the database, which need not exist yet
 * @param sql a direct connection to it, as its owner, not used before
 * @throws {BackupProblem} when the database holds something, or the backup is of a newer version
 */
export async function restoreBackup(backup: OpenBackup, url: string, sql: Sql): Promise<void> {
  const { manifest } = backup;
  const source = sourceMigrations();
  if (!manifest.migrations.every((hash, i) => hash === source[i]?.hash))
    throw new BackupProblem(
      'The backup was made by another version of the schema. Restore it with the version that made it, then upgrade.',
    );
  await migrateOnly(url, manifest.migrations.length);
  await refuseUnlessEmpty(sql);
  await restoreFiles(backup);
  await sql.begin((tx) => load(tx, backup));
  await migrate(url);
}

/** The last step of every migration fills the catalogue: where it is empty, none was finished. */
async function refuseUnlessEmpty(sql: Sql): Promise<void> {
  const [row] = await sql<{ holds: boolean }[]>`
    select exists (select from category) or exists (select from account) as holds`;
  if (row?.holds)
    throw new BackupProblem(
      'The database is in use already. Restore into an empty database, or into another DATA_DIR.',
    );
}

async function restoreFiles(backup: OpenBackup): Promise<void> {
  const store = await storage();
  for (const name of backup.names(FILES)) {
    const key = name.slice(FILES.length);
    const { body, bytes } = await backup.read(name);
    if ((await store.stat(key))?.size === bytes) body.destroy();
    else await store.put(key, body, bytes);
  }
}

async function load(tx: TransactionSql, backup: OpenBackup): Promise<void> {
  const { manifest } = backup;
  await checkColumns(tx, manifest);
  // Rows come table by table; what points where is checked when all are there.
  const keys = await listForeignKeys(tx);
  for (const { schema, name, constraint } of keys)
    await tx`alter table ${tx(schema)}.${tx(name)} drop constraint ${tx(constraint)}`;
  for (const { schema, name, columns, rows } of manifest.tables) {
    const { body } = await backup.read(tableEntry({ schema, name }));
    await tx`delete from ${tx(schema)}.${tx(name)}`;
    const into = await tx`copy ${tx(schema)}.${tx(name)} (${tx(columns)}) from stdin`.writable();
    await pipeline(body, into);
    const [count] = await tx<
      { n: number }[]
    >`select count(*)::int as n from ${tx(schema)}.${tx(name)}`;
    if (count?.n !== rows)
      throw new BackupProblem(`Of ${rows} rows of ${schema}.${name}, ${count?.n} arrived.`);
  }
  for (const { schema, name, constraint, definition } of keys)
    await tx`alter table ${tx(schema)}.${tx(name)} add constraint ${tx(constraint)} ${tx.unsafe(definition)}`;
  for (const { schema, name, value } of manifest.sequences)
    await tx`select setval(${`"${schema}"."${name}"`}::regclass, ${value}::bigint)`;
  await freeJobs(tx);
}

/** A column that this database does not have would be lost. */
async function checkColumns(tx: TransactionSql, manifest: Manifest): Promise<void> {
  const here = new Map(
    (await listTables(tx)).map((table) => [tableEntry(table), new Set(table.columns)]),
  );
  for (const table of manifest.tables) {
    const lost = table.columns.filter((column) => !here.get(tableEntry(table))?.has(column));
    if (lost.length > 0)
      throw new BackupProblem(
        `This version has no place for ${lost.join(', ')} of ${table.schema}.${table.name}.`,
      );
  }
}

/** Who had jobs in hand when the backup was made is not here to finish them. */
async function freeJobs(tx: TransactionSql): Promise<void> {
  await tx`update graphile_worker._private_jobs set locked_at = null, locked_by = null where locked_by is not null`;
  await tx`update graphile_worker._private_job_queues set locked_at = null, locked_by = null where locked_by is not null`;
}
