import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { startPostgres } from '../lib/embedded-postgres.mjs';
import { freePort } from '../lib/ports.mjs';
import { alive, House } from './house';

// The demo is made once, in the first check; the others start without it.
const quick = { DEMO: 'off' };
const houses: House[] = [];
const folder = () => mkdtempSync(join(tmpdir(), 'guildhall-start-'));

async function open(
  ...rest: ConstructorParameters<typeof House> extends [string, number, ...infer R] ? R : never
) {
  const house = new House(folder(), await freePort(), ...rest);
  houses.push(house);
  return house;
}

function again(before: House, env: Record<string, string> = quick) {
  const house = new House(before.dataDir, before.port, env);
  houses.push(house);
  return house;
}

afterEach(async () => {
  for (const house of houses.splice(0)) await house.remove();
});

test('it serves, Ctrl-C leaves nothing running, and a second start serves within ten seconds', async () => {
  const first = await open({}, ['npm', 'start']);
  await first.serves();
  expect(first.output).toContain('reviewer@guildhall.example');
  expect(await first.health()).toMatchObject({ status: 'ok' });
  const pids = first.pids();
  expect(Object.keys(pids).sort()).toEqual(['postgres', 'start', 'web', 'worker']);
  first.ctrlC();
  await expect.poll(() => alive(pids), { timeout: 15_000 }).toEqual([]);
  expect(Object.keys(first.pids())).toEqual([]);

  const second = again(first, {});
  expect(await second.serves()).toBeLessThan(10_000);
  expect(second.output, 'the demo is seeded once').not.toContain('demo: people');
});

test('npm told to stop takes everything with it', async () => {
  const house = await open(quick, ['npm', 'start']);
  await house.serves();
  const pids = house.pids();
  house.child.kill('SIGTERM');
  await expect.poll(() => alive(pids), { timeout: 15_000 }).toEqual([]);
});

test('a killed web process, worker or database is started again', async () => {
  const house = await open(quick);
  await house.serves();
  for (const name of ['web', 'worker', 'postgres']) {
    const before = house.pids();
    process.kill(before[name] ?? 0, 'SIGKILL');
    await expect.poll(() => house.pids()[name], { timeout: 20_000 }).not.toBe(before[name]);
    await expect
      .poll(() => house.health(), { timeout: 20_000, interval: 100 })
      .toMatchObject({ status: 'ok' });
  }
  const seen = async () => (await house.health())?.worker.secondsSinceSeen;
  await expect.poll(seen, { timeout: 20_000, interval: 100 }).toBeLessThanOrEqual(1);
});

test.each([
  ['the start alone', ['start']],
  ['the start and the database', ['start', 'postgres']],
  ['everything', ['start', 'web', 'worker', 'postgres']],
])('after kill -9 of %s the next start just works', async (_, names) => {
  const first = await open(quick);
  await first.serves();
  const pids = first.pids();
  for (const name of names) process.kill(pids[name] ?? 0, 'SIGKILL');
  await first.ended();
  const second = again(first);
  await second.serves();
  expect(await second.health()).toMatchObject({ database: { ok: true } });
  expect(alive(pids)).toEqual([]);
});

test('two starts on one data folder: the second says so and leaves the first alone', async () => {
  const first = await open(quick);
  await first.serves();
  const second = new House(first.dataDir, await freePort());
  expect(await second.ended()).toBe(1);
  expect(second.complaints).toMatch(
    /already runs on .* Stop it, or choose another folder with DATA_DIR/,
  );
  expect(await first.health()).toMatchObject({ status: 'ok' });
});

test('with a DATABASE_URL it starts no database, has no demo, and asks for the secret', async () => {
  const dataDir = folder();
  const server = await startPostgres({ dataDir });
  try {
    const own = { DATABASE_URL: server.url('market') };
    const without = await open(own);
    expect(await without.ended()).toBe(1);
    expect(without.complaints).toContain('AUTH_SECRET is not set');

    const house = await open({ ...own, AUTH_SECRET: 'a'.repeat(32) });
    await house.serves();
    expect(Object.keys(house.pids()).sort()).toEqual(['start', 'web', 'worker']);
    expect(house.output).not.toContain('Demo sign-ins');
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
