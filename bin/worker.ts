import './lib/dotenv.mjs';
import { closeDatabase } from '../db/client';
import { env } from '../lib/env';
import { log } from '../lib/log';
import { startWorker } from '../lib/worker/main';
import { sweeps } from '../lib/worker/sweeps/all';
import { tasks } from '../lib/worker/tasks';
import { explain } from './lib/explain';
import { tellReady, untilToldToStop } from './lib/serve';

/** `npm run worker`: background jobs, deadlines, mails. Any number may run against one database. */
try {
  const { DATABASE_DIRECT_URL: url, WORKER_CONCURRENCY: concurrency } = env();
  const worker = await startWorker({ url, concurrency, tasks, sweeps });
  const stopping = untilToldToStop(async () => {
    await worker.stop();
    await closeDatabase();
  });
  log('worker').info({ id: worker.id }, 'working');
  tellReady();
  await worker.ended;
  if (!stopping()) process.exit(1);
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
