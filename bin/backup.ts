// npm run backup [-- FILE]: writes everything into one file, while Guildhall goes on working.
import './lib/dotenv.mjs';
import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import postgres from 'postgres';
import { explain } from './lib/explain';
import { step } from './lib/say.mjs';
import { withDatabase } from './lib/with-database.mjs';

try {
  const end = await withDatabase();
  const { env } = await import('@/lib/env');
  const { writeBackup } = await import('@/lib/backup/write');
  const { DATA_DIR, DATABASE_DIRECT_URL } = env();
  const stamp = new Date().toISOString().replaceAll(/[:-]|\.\d+/g, '');
  const path = resolve(process.argv[2] ?? `${DATA_DIR}/backups/guildhall-${stamp}.zip`);
  mkdirSync(dirname(path), { recursive: true });
  const sql = postgres(DATABASE_DIRECT_URL, { max: 1, onnotice: () => {} });
  const { tables, files } = await step('Backing up', () => writeBackup(sql, path)).finally(() =>
    sql.end({ timeout: 0 }),
  );
  await end();
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(
    `${path}: ${statSync(path).size} bytes, ${rows} rows in ${tables.length} tables, ${files.count} files. AUTH_SECRET is not in it: keep it apart.`,
  );
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
