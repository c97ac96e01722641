import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freePort } from '../lib/ports.mjs';
import { House } from './house';

let folder: string;
let port: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guildhall-refusal-'));
  port = await freePort();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a start writes to stderr; it has to end with a failure and leave no process. */
async function complaint(env: Record<string, string>, command?: string[]): Promise<string[]> {
  const house = new House(env.DATA_DIR ?? join(folder, 'data'), port, env, command);
  expect(await house.ended()).toBe(1);
  expect(house.pids()).toEqual({});
  return house.complaints.replace('✗ ', '').trim().split('\n');
}

test('a taken port', async () => {
  const server = createServer().listen(port, '127.0.0.1');
  expect(await complaint({})).toEqual([
    `Port ${port} is taken by another program. Choose another one, such as: PORT=${port + 1} npm start`,
  ]);
  server.close();
});

test('too old a Node.js', async () => {
  const old = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } });
    import('./bin/start.mjs')`;
  expect(await complaint({}, [process.execPath, '-e', old])).toEqual([
    'Guildhall needs Node.js 20.12 or newer; this is 18.20.4.',
  ]);
});

test.each([
  ['nobody listens', 'postgres://app:hidden@127.0.0.1:9/x', /nobody answers there/],
  [
    'no such host',
    'postgres://app:hidden@no-such-host.invalid/x',
    /no such host|cannot be looked up/,
  ],
])('a DATABASE_URL where %s, without showing the password', async (_, DATABASE_URL, why) => {
  const lines = await complaint({ DATABASE_URL, AUTH_SECRET: 'a'.repeat(32) });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(why);
  expect(lines[0]).not.toContain('hidden');
});

test.each([
  [{ PORT: '99999' }, ['PORT must be a whole number from 1 to 65535']],
  [
    { DB_PREPARE: 'perhaps', SMTP_URL: 'mail', METRICS_TOKEN: 'short' },
    [
      expect.stringMatching(/^DB_PREPARE /),
      'SMTP_URL must be an address that begins with smtp:// or smtps://',
      'METRICS_TOKEN must hold at least 16 characters',
    ],
  ],
  [
    { DATABASE_URL: 'mysql://db/x' },
    expect.arrayContaining([expect.stringMatching(/^DATABASE_URL must be/)]),
  ],
])('wrong settings are named, one line each: %j', async (env, lines) => {
  expect(await complaint(env)).toEqual(lines);
});

test('a data folder that cannot be one', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect(await complaint({ DATA_DIR: join(file, 'data') })).toEqual([
    expect.stringMatching(/^DATA_DIR .* cannot be used: ENOTDIR/),
  ]);
});

function mount(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

// Only root may make a small disk; for others the same sentence is held by say.test.ts.
test.runIf(process.getuid?.() === 0)('a full disk', async () => {
  if (!mount()) return;
  try {
    expect(await complaint({})).toEqual([
      expect.stringMatching(/^The disk is full.* Free some space and start again\.$/),
    ]);
  } finally {
    execFileSync('umount', [folder]);
  }
});
