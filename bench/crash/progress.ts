import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { getDatabase } from '@/db/client';
import { WORKFLOWS } from '@/lib/workflows/all';
import { isOutage } from './sure';

const orOutage = (error: unknown) => {
  if (!isOutage(error)) throw error;
  return undefined;
};

/** Records of the operation log that tell events of workflows; none while the database is away. */
export async function eventsSoFar(): Promise<number> {
  const nouns = WORKFLOWS.map(({ machine }) => machine.noun);
  const rows = await getDatabase()
    .execute<{ n: number }>(
      sql`select count(*)::int as n from evidence where noun = any(${sql.param(nouns)}::text[])`,
    )
    .catch(orOutage);
  return rows?.[0]?.n ?? 0;
}

/** Waits until there is no job, no notice and no decision left that waits; at most so long. */
export async function drained(seconds: number): Promise<void> {
  for (const until = Date.now() + seconds * 1000; Date.now() < until; await pause(500)) {
    const rows = await getDatabase()
      .execute<{ left: number }>(
        sql`select (select count(*) from graphile_worker._private_jobs)::int
          + (select count(*) from outbox where expanded_at is null)::int
          + (select count(*) from review_item where decision is not null)::int as left`,
      )
      .catch(orOutage);
    if (rows?.[0]?.left === 0) return;
  }
}
