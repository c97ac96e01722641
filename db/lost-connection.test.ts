import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabaseUrl } from '@/lib/testing/database';
import { endWithConnection } from './lost-connection';

const open = new Set<Socket>();
const uncaught: unknown[] = [];
const note = (error: unknown) => uncaught.push(error);
let line: ReturnType<typeof createServer>;
let address: string;
let sql: postgres.Sql;

/** A line to the server that can be cut. */
beforeAll(async () => {
  const server = new URL(testDatabaseUrl());
  const { hostname, port } = server;
  line = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const end of [near, far]) {
      open.add(end);
      end.on('error', () => {});
      end.on('close', () => open.delete(end));
    }
    near.pipe(far).pipe(near);
  }).listen(0, '127.0.0.1');
  await once(line, 'listening');
  server.port = String((line.address() as AddressInfo).port);
  address = server.href;
  process.prependListener('uncaughtException', note);
});
afterAll(() => {
  process.off('uncaughtException', note);
  line.close();
});
beforeEach(() => {
  uncaught.length = 0;
  sql = endWithConnection(postgres(address, { max: 2, onnotice: () => {} }));
});
afterEach(() => sql.end({ timeout: 1 }));

const sleep = (name: string) => `select pg_sleep(5) /* ${name} */`;

/** Waits until the statement that sleeps has begun. */
async function asleep(name: string) {
  const direct = postgres(testDatabaseUrl(), { max: 1, onnotice: () => {} });
  const sleeping = () =>
    direct`select from pg_stat_activity where query = ${sleep(name)} and state = 'active'`;
  await expect.poll(async () => (await sleeping()).length, { timeout: 4000 }).toBeGreaterThan(0);
  await direct.end();
}

const cut = () => {
  for (const end of open) end.destroy();
};
const moment = (ms = 50) => new Promise((done) => setTimeout(done, ms));
/** The pool serves again, and nothing escaped. */
async function goesOn() {
  await moment(200);
  expect(uncaught).toEqual([]);
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
}

test('a transaction that loses its connection during a statement fails, and the process goes on', async () => {
  const lost = sql.begin((tx) => tx.unsafe(sleep('one')));
  await asleep('one');
  cut();
  await expect(lost).rejects.toThrow();
  await goesOn();
});

test('so does one that loses it between two statements, and sends no other', async () => {
  let later: unknown;
  const lost = sql.begin(async (tx) => {
    await tx.unsafe('select 1');
    cut();
    await moment();
    later = await (async () => tx.unsafe('select 2'))().catch((error) => error);
    return later;
  });
  await expect(lost).rejects.toThrow();
  await moment(100);
  expect(String(later)).toContain('ended');
  await goesOn();
});

test('so does one that loses it before its commit, or within a savepoint', async () => {
  const atCommit = sql.begin(async (tx) => {
    await tx.unsafe('select 1');
    cut();
    await moment();
    return 'done';
  });
  await expect(atCommit).rejects.toThrow();
  const inside = sql.begin((tx) => tx.savepoint((deeper) => deeper.unsafe(sleep('two'))));
  await asleep('two');
  cut();
  await expect(inside).rejects.toThrow();
  await goesOn();
});

test('a transaction whose backend is ended by the server fails too', async () => {
  const lost = sql.begin(async (tx) => {
    const [me] = await tx.unsafe('select pg_backend_pid() as pid');
    await Promise.all([
      tx.unsafe(sleep('three')),
      asleep('three').then(() => sql`select pg_terminate_backend(${me?.pid})`),
    ]);
  });
  await expect(lost).rejects.toThrow();
  await goesOn();
});

test('other failures roll back as ever', async () => {
  await expect(sql.begin((tx) => tx.unsafe('select 1 / 0'))).rejects.toMatchObject({
    code: '22012',
  });
  expect(await sql.begin(async (tx) => (await tx.unsafe('select 2 as two'))[0])).toEqual({
    two: 2,
  });
});
