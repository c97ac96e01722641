import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres } from './embedded-postgres.mjs';
import { livingPid } from './processes.mjs';
import { keptSecret, startSettings } from './settings.mjs';

/**
 * For commands beside the running house: sets DATABASE_URL to the given database, else to the embedded one of
 * DATA_DIR, which is started for the time of the command when it does not run.
 * @returns {Promise<() => Promise<void>>} what ends it again
 */
export async function withDatabase() {
  const { own, dataDir } = startSettings(process.env, { dev: false });
  if (own) return async () => {};
  process.env.AUTH_SECRET ??= keptSecret(dataDir);
  if (livingPid(dataDir, 'postgres') !== undefined) {
    const port = readFileSync(join(dataDir, 'postgres.port'), 'utf8').trim();
    process.env.DATABASE_URL = `postgres://app@127.0.0.1:${port}/guildhall`;
    return async () => {};
  }
  const database = await startPostgres({ dataDir });
  process.env.DATABASE_URL = database.url('guildhall');
  return () => database.stop();
}
