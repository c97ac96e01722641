import postgres from 'postgres';
import { expect, test } from 'vitest';
import { countRequest } from '@/lib/metrics';
import { testDatabaseUrl } from '@/lib/testing/database';
import { GET } from './route';

const ask = (authorization?: string) =>
  GET(
    new Request('http://localhost/api/metrics', {
      headers: authorization ? { authorization } : {},
    }),
  );

test('figures are for the holder of the token only', async () => {
  expect((await ask()).status).toBe(404);
  expect((await ask('Bearer a token of somebody else')).status).toBe(404);
  expect((await ask('a token of the unit tests')).status).toBe(404);
});

test('requests are counted, and waiting work is read from the database', async () => {
  countRequest('GET', 200, 0.02);
  countRequest('BREW', 404, 0.02);
  const sql = postgres(testDatabaseUrl(), { max: 1 });
  await sql`select app_add_job('write', '{}'::json)`;
  await sql.end();
  const answer = await ask('Bearer a token of the unit tests');
  expect(answer.headers.get('content-type')).toContain('text/plain');
  const text = await answer.text();
  expect(text).toContain('http_requests_total{method="GET",status="200"} 1');
  expect(text).toContain('http_requests_total{method="other",status="404"} 1');
  expect(text).toContain('guildhall_jobs_waiting 1');
  for (const name of [
    'jobs_failed',
    'outbox_waiting',
    'messages_failed',
    'deadlines_overdue',
    'workers_alive',
  ])
    expect(text).toContain(`guildhall_${name} 0`);
});
