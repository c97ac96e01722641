import { sql } from 'drizzle-orm';
import { getDatabase } from '@/db/client';
import { sourceMigrations } from '@/db/migrations-list';

/** What a load balancer and an operator want to know of this process and what it stands on. */
export type Health = {
  /** `degraded`: pages work, but no worker has been seen for half a minute, so mails and deadlines wait. */
  status: 'ok' | 'degraded' | 'down';
  database: { ok: boolean };
  migrations: { ok: boolean };
  worker: { ok: boolean; secondsSinceSeen: number | null };
};

const WORKER_IS_LATE_AFTER = 30;

const down: Health = {
  status: 'down',
  database: { ok: false },
  migrations: { ok: false },
  worker: { ok: false, secondsSinceSeen: null },
};

/** Looks at the database, its migrations and the workers' signs of life; at most three seconds. */
export async function health(): Promise<Health> {
  const late = new Promise<Health>((resolve) => setTimeout(resolve, 3000, down).unref());
  return Promise.race([look().catch(() => down), late]);
}

async function look(): Promise<Health> {
  const [row] = await getDatabase().execute<{ last: string | null; seen: string | null }>(sql`
    select
      (select hash from drizzle.__drizzle_migrations order by id desc limit 1) as last,
      (select extract(epoch from now() - max(seen_at)) from worker_heartbeat) as seen`);
  const seen = row?.seen == null ? null : Math.round(Number(row.seen));
  const migrations = { ok: row?.last === sourceMigrations().at(-1)?.hash };
  const worker = { ok: seen !== null && seen <= WORKER_IS_LATE_AFTER, secondsSinceSeen: seen };
  const status = !migrations.ok ? 'down' : worker.ok ? 'ok' : 'degraded';
  return { status, database: { ok: true }, migrations, worker };
}
