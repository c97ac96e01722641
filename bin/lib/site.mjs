import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './ports.mjs';
import { Stop } from './say.mjs';

/**
 * Starts the whole house for a test, as `npm start` does, on an empty data folder and a free port.
 * @param {{ log: string, env?: Record<string, string> }} wish `log`: file for everything it prints
 * @returns {Promise<{ url: string, databaseUrl: string, dataDir: string, secret: string, stop: () => Promise<void> }>}
 */
export async function startSite({ log, env = {} }) {
  const dataDir = mkdtempSync(join(tmpdir(), 'guildhall-site-'));
  mkdirSync(join(log, '..'), { recursive: true });
  const out = openSync(log, 'w');
  const child = spawn(process.execPath, ['bin/start.mjs'], {
    env: {
      ...process.env,
      DATABASE_URL: '',
      ...env,
      DATA_DIR: dataDir,
      PORT: String(await freePort()),
    },
    stdio: ['ignore', out, out, 'ipc'],
  });
  const stop = async () => {
    const gone = child.exitCode === null ? once(child, 'exit') : undefined;
    child.kill('SIGTERM');
    await gone;
    rmSync(dataDir, { recursive: true, force: true });
  };
  const serving = await Promise.race([
    once(child, 'message').then(([message]) => message.serving),
    once(child, 'exit').then(() => undefined),
  ]);
  if (!serving) {
    await stop();
    throw new Stop(`The site did not start:\n${readFileSync(log, 'utf8')}`);
  }
  return { ...serving, dataDir, stop };
}
