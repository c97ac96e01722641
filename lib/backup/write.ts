import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Sql, TransactionSql } from 'postgres';
import { appliedMigrations } from '@/db/migrate';
import { storage } from '@/lib/storage/current';
import { NotStored } from '@/lib/storage/port';
import { listSequences, listTables, storedKeys } from './catalog';
import {
  BackupProblem,
  FILES,
  FORMAT,
  MANIFEST,
  type Manifest,
  type TableName,
  tableEntry,
} from './format';
import { GrowingArchive } from './growing-archive';
import { secretCheck } from './secret-check';

/**
 * Writes everything that the installation knows into one file, as it was at one moment, while it goes on working:
 * all tables are read in one snapshot, and a stored file never changes under its key. Memory stays bounded.
 * @param sql a direct connection as the owner of the database
 * @param path where the finished backup appears; nothing appears there when it fails
 */
export async function writeBackup(sql: Sql, path: string): Promise<Manifest> {
  const partial = `${path}.partial`;
  const archive = new GrowingArchive(partial);
  try {
    const manifest = await sql.begin('isolation level repeatable read read only', (tx) =>
      fill(archive, tx),
    );
    await archive.end();
    await rename(partial, path);
    return manifest;
  } catch (error) {
    archive.abandon();
    await rm(partial, { force: true });
    throw error;
  }
}

async function fill(archive: GrowingArchive, tx: TransactionSql): Promise<Manifest> {
  const [moment] = await tx<{ at: Date }[]>`select now() as at`;
  const migrations = await appliedMigrations(tx);
  if (!moment || migrations.length === 0)
    throw new BackupProblem('There is nothing to back up: the database is empty.');
  const tables: Manifest['tables'] = [];
  for (const { schema, name, columns } of await listTables(tx)) {
    const rows = await archive.add(tableEntry({ schema, name }), () =>
      copyOut(tx, { schema, name, columns }),
    );
    tables.push({ schema, name, columns, rows: rows.lines });
  }
  const sequences = [...(await listSequences(tx))];
  const manifest: Manifest = {
    format: FORMAT,
    at: moment.at.toISOString(),
    migrations,
    secretCheck: secretCheck(),
    tables,
    sequences,
    files: await addFiles(archive, tx),
  };
  await archive.add(MANIFEST, async () => Readable.from([JSON.stringify(manifest, null, 1)]));
  return manifest;
}

/** The rows of a table as COPY text. */
async function copyOut(
  tx: TransactionSql,
  { schema, name, columns }: TableName & { columns: string[] },
): Promise<Readable> {
  const rows = await tx`copy ${tx(schema)}.${tx(name)} (${tx(columns)}) to stdout`.readable();
  // The driver stops its connection while the reader is behind and goes on when the reader asks for more; a reader that
  // has met the end asks no more, and the connection would stand still for ever.
  rows.once('end', () => rows._read(0));
  return rows;
}

async function addFiles(archive: GrowingArchive, tx: TransactionSql): Promise<Manifest['files']> {
  const store = await storage();
  const gone: string[] = [];
  let count = 0;
  let bytes = 0;
  for await (const page of storedKeys(tx)) {
    for (const { key } of page) {
      try {
        const body = await store.get(key);
        bytes += (await archive.add(FILES + key, async () => body, { compress: false })).bytes;
        count += 1;
      } catch (error) {
        // Nobody used the file in time and it was removed since: the row in the snapshot runs out at the restore, too.
        if (!(error instanceof NotStored)) throw error;
        gone.push(key);
      }
    }
  }
  return { count, bytes, gone };
}
