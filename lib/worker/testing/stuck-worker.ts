import { startWorker } from '../main';

// A worker that takes a job and never finishes it, for the test that kills it.
const url = process.env.DATABASE_URL ?? '';
const worker = await startWorker({
  url,
  concurrency: 1,
  sweeps: [],
  beatMs: 50,
  patienceMs: 200,
  tasks: {
    write: async () => {
      process.send?.(worker.id);
      await new Promise(() => setInterval(() => {}, 60_000));
    },
  },
});
process.send?.('ready');
