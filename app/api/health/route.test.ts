import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { testDatabaseUrl } from '@/lib/testing/database';
import { GET } from './route';

const sql = postgres(testDatabaseUrl(), { max: 1 });
afterAll(() => sql.end());

const ask = async (query = '') => {
  const answer = await GET(new Request(`http://localhost/api/health${query}`));
  return { status: answer.status, body: await answer.json() };
};

test('without a worker it serves, and says that nobody works', async () => {
  await sql`delete from worker_heartbeat`;
  expect(await ask()).toMatchObject({
    status: 200,
    body: {
      status: 'degraded',
      migrations: { ok: true },
      worker: { ok: false, secondsSinceSeen: null },
    },
  });
});

test('a worker seen a moment ago makes it whole; one seen long ago does not', async () => {
  await sql`delete from worker_heartbeat`;
  await sql`insert into worker_heartbeat (id, host) values ('w', 'here')`;
  expect((await ask()).body).toMatchObject({ status: 'ok', worker: { ok: true } });
  await sql`update worker_heartbeat set seen_at = now() - interval '2 minutes'`;
  expect((await ask()).body).toMatchObject({
    status: 'degraded',
    worker: { secondsSinceSeen: 120 },
  });
});

test('a database that is not migrated is not ready, but the process lives', async () => {
  await sql`update drizzle.__drizzle_migrations set hash = hash || 'x'`;
  try {
    expect(await ask()).toMatchObject({
      status: 503,
      body: { status: 'down', migrations: { ok: false } },
    });
    expect(await ask('?live')).toEqual({ status: 200, body: { status: 'ok' } });
  } finally {
    await sql`update drizzle.__drizzle_migrations set hash = left(hash, -1)`;
  }
});
