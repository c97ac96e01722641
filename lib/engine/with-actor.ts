import { sql } from 'drizzle-orm';
import { getDatabase, type Tx } from '@/db/client';
import { type Actor, accountOf } from '@/lib/auth/actor';
import { env } from '@/lib/env';

export interface Context {
  tx: Tx;
  /** The one clock, read once at the door. */
  now: Date;
}

const SCOPE: Record<Actor['kind'], string> = {
  visitor: 'public',
  buyer: 'own',
  member: 'own',
  operator: 'operations',
  system: 'system',
};

/** True where people may move the clock: the demo and tests, never in production mode. */
export const clockCanMove = () => env().DEMO;

/**
 * Runs `run` in one transaction under the role that row-level security binds, as `actor` (design 3.2).
 * Retries when the database chose this transaction as the victim of a deadlock.
 */
export async function withActor<T>(
  actor: Actor,
  run: (context: Context) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await getDatabase().transaction(async (tx) => {
        const now = await enterAs(tx, actor);
        return run({ tx, now });
      });
    } catch (error) {
      if (attempt >= 4 || !isTransient(error)) throw error;
    }
  }
}

/** Sets role, tenant and scope for the rest of the transaction; answers the time. */
export async function enterAs(tx: Tx, actor: Actor): Promise<Date> {
  const [row] = await tx.execute<{ seconds: number | null }>(sql`
    select set_config('role', 'guildhall_app', true),
      set_config('app.scope', ${SCOPE[actor.kind]}, true),
      set_config('app.account_id', ${accountOf(actor) ?? ''}, true),
      set_config('app.merchant_id', ${actor.kind === 'member' ? actor.merchantId : ''}, true),
      (select seconds from clock_offset where id = 1) as seconds`);
  const ahead = clockCanMove() ? Number(row?.seconds ?? 0) : 0;
  return new Date(Date.now() + ahead * 1000);
}

/**
 * Opens the fence for the rest of the transaction. Only the engine calls it, after the actor was found to be
 * allowed: an effect must reach rows of the other party.
 */
export async function openFence(tx: Tx): Promise<void> {
  await tx.execute(sql`select set_config('app.scope', 'system', true)`);
}

function isTransient(error: unknown): boolean {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  const code = (cause as { code?: string }).code;
  return code === '40P01' || code === '40001';
}
