import { EventEmitter } from 'node:events';
import { hostname } from 'node:os';
import { Logger, run, type Task, type TaskList, type WorkerEvents } from 'graphile-worker';
import { log } from '../log';
import { type Loop, loop, sweepLoops } from './loops';
import { WorkerSession } from './session';
import type { Sweep } from './sweeps/all';
import { type Handler, payloadSchema } from './tasks';
import { deadWorkerWatch } from './watch';

/** What a worker process does and how. */
export type WorkerPlan = {
  /** A direct connection to the database, as its owner. */
  url: string;
  tasks: Record<string, Handler<never>>;
  sweeps: Sweep[];
  /** Jobs at once. */
  concurrency: number;
  /** Milliseconds between two signs of life. */
  beatMs?: number;
  /** Milliseconds that a worker has to be without its lock before it counts as dead. */
  patienceMs?: number;
};

/** A running worker. `id` is what its jobs carry in `locked_by`; `ended` settles when it stops, however it does. */
export type RunningWorker = { id: string; stop: () => Promise<void>; ended: Promise<void> };

/** Wraps a handler for the queue: the payload is parsed, so a handler never sees a wrong one. */
function asTask(name: string, handler: Handler<never>): Task {
  return async (payload, helpers) => {
    const { attempts, max_attempts } = helpers.job;
    const schema = payloadSchema(name);
    await handler((schema ? schema.parse(payload) : payload) as never, {
      attempt: attempts,
      lastAttempt: attempts >= max_attempts,
      signal: helpers.abortSignal,
    });
  };
}

const queueLogger = () =>
  new Logger((scope) => (level, message) => {
    const to = log('worker');
    const write = { error: to.error, warning: to.warn, info: to.debug, debug: to.trace }[level];
    write.call(to, { task: scope.taskIdentifier, job: scope.jobId }, message);
  });

/**
 * Starts a worker: it is woken by NOTIFY when a job is added, sweeps, says that it lives, and frees the jobs of
 * workers that do not. Lost connections are opened again.
 */
export async function startWorker(plan: WorkerPlan): Promise<RunningWorker> {
  const { url, concurrency, beatMs = 2000, patienceMs = 5000 } = plan;
  const session = new WorkerSession(url);
  const events = new EventEmitter() as WorkerEvents;
  let id = '';
  events.once('pool:create', ({ workerPool }) => {
    id = workerPool.id;
  });
  const taskList: TaskList = Object.fromEntries(
    Object.entries(plan.tasks).map(([name, handler]) => [name, asTask(name, handler)]),
  );
  const runner = await run({
    connectionString: url,
    concurrency,
    maxPoolSize: concurrency + 2,
    taskList,
    parsedCronItems: [],
    noHandleSignals: true,
    pollInterval: 2000,
    events,
    logger: queueLogger(),
  });
  const look = deadWorkerWatch(session, patienceMs);
  const beat = async () => {
    if (!(await session.holdWorkerLock(id))) log('worker').warn({ id }, 'lock not held');
    await session.beat(id, hostname());
    await look();
    return false;
  };
  await session.holdWorkerLock(id);
  const loops: Loop[] = [loop('beat', beatMs, beat), ...sweepLoops(session, plan.sweeps)];
  const ended = runner.promise.then(
    () => {},
    (error) => log('worker').error({ err: error }, 'queue ended'),
  );
  return {
    id,
    ended,
    stop: async () => {
      await Promise.all(loops.map((l) => l.stop()));
      await runner.stop().catch(() => {});
      await ended;
      await session.close(id);
    },
  };
}
