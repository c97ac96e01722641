import { sql } from 'drizzle-orm';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { getDatabase } from '@/db/client';

type Metrics = {
  registry: Registry;
  requests: Counter<'method' | 'status'>;
  seconds: Histogram<'method'>;
};

// The server and the pages are bundled apart but run in one process, and count together.
const store = globalThis as unknown as { guildhallMetrics?: Metrics };

/** Gauges that hold for the whole installation, read from the database when somebody asks. */
const MEASURED = {
  guildhall_jobs_waiting: [
    'Background jobs that wait or run',
    sql`select count(*) from graphile_worker._private_jobs where attempts < max_attempts`,
  ],
  guildhall_jobs_failed: [
    'Background jobs that were given up',
    sql`select count(*) from graphile_worker._private_jobs where attempts >= max_attempts`,
  ],
  guildhall_outbox_waiting: [
    'Notices that have not been turned into messages',
    sql`select count(*) from outbox where expanded_at is null`,
  ],
  guildhall_messages_failed: [
    'Messages whose last try failed',
    sql`select count(*) from message where state = 'failed'`,
  ],
  guildhall_deadlines_overdue: [
    'Deadlines past their moment that have not fired',
    sql`select count(*) from deadline where status = 'pending' and due_at < now()`,
  ],
  guildhall_workers_alive: [
    'Worker processes seen in the last thirty seconds',
    sql`select count(*) from worker_heartbeat where seen_at > now() - interval '30 seconds'`,
  ],
} as const;

function create(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  for (const [name, [help, query]] of Object.entries(MEASURED))
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        const [row] = await getDatabase().execute<{ count: string }>(query);
        this.set(Number(row?.count ?? 0));
      },
    });
  return {
    registry,
    requests: new Counter({
      name: 'http_requests_total',
      help: 'Requests answered by this process',
      labelNames: ['method', 'status'],
      registers,
    }),
    seconds: new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Seconds from request to the end of the answer',
      labelNames: ['method'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
  };
}

/** The counters of this process. */
export function metrics(): Metrics {
  store.guildhallMetrics ??= create();
  return store.guildhallMetrics;
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Counts one answered request. @param seconds how long it took */
export function countRequest(method: string, status: number, seconds: number): void {
  const known = METHODS.has(method) ? method : 'other';
  metrics().requests.inc({ method: known, status: String(status) });
  metrics().seconds.observe({ method: known }, seconds);
}
