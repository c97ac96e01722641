import { type SQL, sql } from 'drizzle-orm';
import type { JobName, Jobs } from './jobs';

/** An open transaction, as far as this file needs it. */
type Executes = { execute: (query: SQL) => PromiseLike<unknown> };

/** When and how often a job runs. */
export type JobOptions = {
  /** Not before this moment; at once when not given. */
  runAt?: Date;
  /** At most one waiting job has this key; adding it again moves the waiting one. */
  key?: string;
  /** Tries before it is given up; 25 when not given, which spans about three days. */
  maxAttempts?: number;
};

/** Jobs that wait for all others: a thousand mails must not keep an order that was just paid from its delivery. */
const BEHIND: ReadonlySet<JobName> = new Set(['notify', 'send-message']);

/** As graphile-worker counts: lower numbers run first. */
const priorityOf = (name: JobName): number => (BEHIND.has(name) ? 10 : 0);

/**
 * Adds a background job in the caller's transaction: it exists when that commits, and not otherwise. A job runs at
 * least once; its handler must bear a second run.
 */
export async function addJob<Name extends JobName>(
  tx: Executes,
  name: Name,
  payload: Jobs[Name],
  options: JobOptions = {},
): Promise<void> {
  const { runAt, key, maxAttempts } = options;
  await tx.execute(sql`
    select app_add_job(
      ${name},
      ${JSON.stringify(payload)}::text::json,
      ${runAt?.toISOString() ?? null}::timestamptz,
      ${key ?? null},
      ${maxAttempts ?? null}::integer,
      ${priorityOf(name)}::integer
    )`);
}

/** Several jobs of one kind in one statement, each as `addJob` without options. */
export async function addJobs<Name extends JobName>(
  tx: Executes,
  name: Name,
  payloads: readonly Jobs[Name][],
): Promise<void> {
  await tx.execute(sql`
    select app_add_job(${name}, payload, null, null, null, ${priorityOf(name)}::integer)
    from json_array_elements(${JSON.stringify(payloads)}::text::json) as payload`);
}
