import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';

export interface JobOptions {
  runAt?: Date;
  /** A job with the same key that has not run yet is replaced. */
  key?: string;
}

/** Enqueues a job in the caller's transaction: it exists if and only if the change commits. */
export async function addJob(
  tx: Tx,
  name: string,
  payload: object,
  options: JobOptions = {},
): Promise<void> {
  await tx.execute(sql`
    select app_add_job(${name}, ${JSON.stringify(payload)}::json,
      ${options.runAt?.toISOString() ?? null}::timestamptz, ${options.key ?? null}::text)`);
}
