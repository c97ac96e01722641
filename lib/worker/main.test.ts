import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import postgres, { type Sql } from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testDatabaseUrl } from '../testing/database';
import { type RunningWorker, startWorker } from './main';
import type { Sweep } from './sweeps/all';

let sql: Sql;
const running: RunningWorker[] = [];
const children: ChildProcess[] = [];

beforeEach(async () => {
  sql = postgres(testDatabaseUrl(), { max: 3, onnotice: () => {} });
  await sql`create table if not exists done (worker text, note text)`;
  await sql`truncate done`;
});

afterEach(async () => {
  for (const worker of running.splice(0)) await worker.stop();
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await sql.end();
});

const write = async ({ note }: { note: string }) => {
  await sql`insert into done values ('here', ${note})`;
};

async function start(sweeps: Sweep[] = []) {
  const worker = await startWorker({
    url: testDatabaseUrl(),
    concurrency: 2,
    tasks: { write },
    sweeps,
    beatMs: 50,
    patienceMs: 200,
  });
  running.push(worker);
  return worker;
}

const add = (note: string) =>
  sql`select app_add_job('write', ${JSON.stringify({ note })}::text::json)`;
const notes = async () => (await sql<{ note: string }[]>`select note from done`).map((r) => r.note);

test('a job is picked up at once, without waiting for the next poll', async () => {
  await start();
  await expect.poll(async () => (await sql`select from worker_heartbeat`).length).toBe(1);
  const since = Date.now();
  await add('hello');
  await expect.poll(notes, { interval: 10 }).toEqual(['hello']);
  expect(Date.now() - since).toBeLessThan(1000);
});

test('the application role may add a job and may not touch the queue', async () => {
  await sql.begin(async (tx) => {
    await tx`set local role guildhall_app`;
    await tx`select app_add_job('write', '{"note":"as the application"}')`;
    await expect(
      tx.savepoint((sp) => sp`delete from graphile_worker._private_jobs`),
    ).rejects.toThrow(/permission denied/);
  });
  await start();
  await expect.poll(notes).toEqual(['as the application']);
});

test('a job added in a transaction that is rolled back never runs', async () => {
  await sql
    .begin(async (tx) => {
      await tx`select app_add_job('write', '{"note":"never"}')`;
      throw new Error('no');
    })
    .catch(() => {});
  expect(await sql`select from graphile_worker.jobs`).toHaveLength(0);
});

test('the job of a worker killed with SIGKILL is done by another', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/worker/testing/stuck-worker.ts'], {
    env: { ...process.env, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  children.push(child);
  await once(child, 'message');
  await add('survives');
  const [id] = await once(child, 'message');
  const [held] = await sql`select locked_by from graphile_worker.jobs`;
  expect(held?.locked_by).toBe(id);

  await start();
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(await notes(), 'a living worker keeps its job, however long it takes').toEqual([]);

  child.kill('SIGKILL');
  await expect.poll(notes, { timeout: 5000 }).toEqual(['survives']);
  await expect.poll(() => sql`select from graphile_worker.jobs`).toHaveLength(0);
});

test('a worker goes on when the server ends all its connections', async () => {
  await start();
  await expect.poll(async () => (await sql`select from worker_heartbeat`).length).toBe(1);
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`;
  await add('afterwards');
  await expect.poll(notes, { timeout: 10_000 }).toEqual(['afterwards']);
});

test('of two workers, only one sweeps at a time', async () => {
  let now = 0;
  let most = 0;
  let rounds = 0;
  const sweep: Sweep = {
    name: 'count',
    everySeconds: 0.01,
    run: async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 20));
      now -= 1;
      rounds += 1;
      return { done: 0, more: false };
    },
  };
  await start([sweep]);
  await start([sweep]);
  await expect.poll(() => rounds, { timeout: 5000 }).toBeGreaterThan(10);
  expect(most).toBe(1);
});

test('a stopped worker leaves no sign of life behind', async () => {
  const worker = await start();
  await worker.stop();
  running.splice(0);
  expect(await sql`select from worker_heartbeat`).toHaveLength(0);
});
