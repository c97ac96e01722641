// npm run restore -- FILE: puts a backup into an empty database and file store, then checks what came back.
import './lib/dotenv.mjs';
import { resolve } from 'node:path';
import postgres from 'postgres';
import { explain } from './lib/explain';
import { Stop, step } from './lib/say.mjs';
import { withDatabase } from './lib/with-database.mjs';

try {
  const given = process.argv[2];
  if (!given) throw new Stop('Say what: npm run restore -- FILE.');
  const end = await withDatabase();
  const { env } = await import('@/lib/env');
  const { OpenBackup } = await import('@/lib/backup/archive');
  const { restoreBackup } = await import('@/lib/backup/restore');
  const { checkRestored } = await import('@/lib/backup/check');
  const { sameSecret } = await import('@/lib/backup/secret-check');
  const { closeDatabase } = await import('@/db/client');
  const url = env().DATABASE_DIRECT_URL;
  const backup = await step('Reading the backup', () => OpenBackup.open(resolve(given)));
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await step('Restoring', () => restoreBackup(backup, url, sql));
    const found = await step('Checking what came back', () => checkRestored(sql, backup.manifest));
    console.log(
      `As of ${backup.manifest.at}: ${found.records} records of the operation log whole, ${found.entries} ledger entries balanced, ${found.files} files there.`,
    );
  } finally {
    await sql.end({ timeout: 0 });
  }
  backup.close();
  await closeDatabase();
  await end();
  if (!sameSecret(backup.manifest.secretCheck))
    console.log(
      'AUTH_SECRET is another than when the backup was made: people sign in again, and second factors have to be set up anew.',
    );
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
