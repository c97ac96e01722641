import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Stop } from './say.mjs';

/**
 * What starting needs to know before anything is installed. Everything else is checked by `lib/env.ts` right after.
 * @param {NodeJS.ProcessEnv} given
 * @param {{ dev: boolean }} mode
 */
export function startSettings(given, { dev }) {
  const port = given.PORT?.trim() || '3000';
  if (!/^\d+$/.test(port) || Number(port) < 1 || Number(port) > 65535)
    throw new Stop('PORT must be a whole number from 1 to 65535');
  const own = Boolean(given.DATABASE_URL?.trim());
  return {
    dev,
    own,
    port: Number(port),
    host: given.HOST?.trim() || '127.0.0.1',
    dataDir: resolve(given.DATA_DIR?.trim() || '.data'),
    demo: given.DEMO?.trim() || (own && !dev ? 'off' : 'on'),
  };
}

/** Makes the data folder, or says why it cannot be used. */
export function makeDataDir(dataDir) {
  try {
    mkdirSync(join(dataDir, 'run'), { recursive: true });
    writeFileSync(join(dataDir, 'run', '.write-test'), 'x'.repeat(4096));
  } catch (error) {
    if (error.code === 'ENOSPC') throw error;
    throw new Stop(`DATA_DIR ${dataDir} cannot be used: ${error.message}`);
  }
}

/** The signing secret of an installation that has none set: made once, kept in its data folder. */
export function keptSecret(dataDir) {
  const file = join(dataDir, 'auth-secret');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}
