import postgres from 'postgres';
import { expect, test } from 'vitest';
import { getDatabase } from '@/db/client';
import { testDatabaseUrl } from '../testing/database';
import { addJob, addJobs } from './add-job';

test('messages queue behind whatever moves business, however long they wait', async () => {
  await getDatabase().transaction(async (tx) => {
    await addJobs(tx, 'send-message', [{ messageId: 'one' }, { messageId: 'two' }]);
    await addJob(tx, 'notify', { outboxId: 'three' });
  });
  await getDatabase().transaction((tx) => addJob(tx, 'end-refund', { orderId: 'four' }));
  const sql = postgres(testDatabaseUrl(), { max: 1 });
  const queue = await sql<{ name: string }[]>`
    select task_identifier as name from graphile_worker.jobs order by priority, run_at, id`;
  await sql.end();
  expect(queue.map(({ name }) => name)).toEqual([
    'end-refund',
    'send-message',
    'send-message',
    'notify',
  ]);
});
