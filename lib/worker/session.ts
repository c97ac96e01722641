import postgres, { type Sql } from 'postgres';
import { log } from '../log';

// Two families of advisory locks; the second number is a hash of a name.
const LOCK_OF_WORKER = 7_110_002;
const LOCK_OF_SWEEP = 7_110_003;

/**
 * One connection of its own for what belongs to a database session: advisory locks, which the server lets go the
 * moment the process dies. After a lost connection it opens a new one, and `holdWorkerLock` takes the lock again.
 */
export class WorkerSession {
  readonly sql: Sql;

  /** @param url a direct connection: behind a transaction pooler, session locks do not hold */
  constructor(url: string) {
    this.sql = postgres(url, {
      max: 1,
      max_lifetime: null,
      prepare: false,
      onnotice: () => {},
      connection: { application_name: 'guildhall-worker' },
    });
  }

  /** Makes sure that this session holds the lock which says that worker `id` lives; true when it does. */
  async holdWorkerLock(id: string): Promise<boolean> {
    const [row] = await this.sql<{ held: boolean }[]>`
      select exists (
        select from pg_locks
        where locktype = 'advisory' and classid = ${LOCK_OF_WORKER} and pid = pg_backend_pid()
          and objid::bigint = hashtext(${id})::bit(32)::bigint
      ) or pg_try_advisory_lock(${LOCK_OF_WORKER}, hashtext(${id})) as held`;
    return row?.held ?? false;
  }

  /** The workers that hold jobs or queues although nobody holds their lock. */
  async workersWithoutLock(): Promise<string[]> {
    const rows = await this.sql<{ id: string }[]>`
      select id from (
        select locked_by as id from graphile_worker._private_jobs where locked_by is not null
        union
        select locked_by from graphile_worker._private_job_queues where locked_by is not null
      ) holders
      where not exists (
        select from pg_locks
        where locktype = 'advisory' and classid = ${LOCK_OF_WORKER}
          and database = (select oid from pg_database where datname = current_database())
          and objid::bigint = hashtext(holders.id)::bit(32)::bigint
      )`;
    return rows.map((row) => row.id);
  }

  /** Gives the jobs of dead workers back to the living. */
  async unlock(ids: string[]): Promise<void> {
    await this.sql`select graphile_worker.force_unlock_workers(${ids}::text[])`;
    await this.sql`delete from worker_heartbeat where id = any(${ids})`;
    log('worker').warn({ ids }, 'freed the jobs of dead workers');
  }

  /** Says that worker `id` lives. */
  async beat(id: string, host: string): Promise<void> {
    await this.sql`
      insert into worker_heartbeat (id, host) values (${id}, ${host})
      on conflict (id) do update set seen_at = now()`;
    await this.sql`delete from worker_heartbeat where seen_at < now() - interval '1 hour'`;
  }

  /** Runs `work` unless another worker is at it. @returns undefined when another one is */
  async alone<T>(sweep: string, work: () => Promise<T>): Promise<T | undefined> {
    const [row] = await this.sql<{ mine: boolean }[]>`
      select pg_try_advisory_lock(${LOCK_OF_SWEEP}, hashtext(${sweep})) as mine`;
    if (!row?.mine) return undefined;
    try {
      return await work();
    } finally {
      await this.sql`select pg_advisory_unlock(${LOCK_OF_SWEEP}, hashtext(${sweep}))`;
    }
  }

  /** Forgets worker `id` and closes the connection, which lets its locks go. */
  async close(id: string): Promise<void> {
    await this.sql`delete from worker_heartbeat where id = ${id}`.catch(() => {});
    await this.sql.end({ timeout: 2 });
  }
}
