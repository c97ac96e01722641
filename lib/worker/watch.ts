import type { WorkerSession } from './session';

/**
 * Finds workers that died with jobs in hand. One look is not enough: a worker that lost its connection takes its lock
 * again a moment later, so only those without a lock in two looks, `patienceMs` apart, count as dead.
 */
export function deadWorkerWatch(session: WorkerSession, patienceMs: number) {
  const suspects = new Map<string, number>();
  return async function look(now = Date.now()): Promise<string[]> {
    const unlocked = new Set(await session.workersWithoutLock());
    for (const id of suspects.keys()) if (!unlocked.has(id)) suspects.delete(id);
    for (const id of unlocked) if (!suspects.has(id)) suspects.set(id, now);
    const dead = [...suspects].filter(([, since]) => now - since >= patienceMs).map(([id]) => id);
    if (dead.length > 0) await session.unlock(dead);
    for (const id of dead) suspects.delete(id);
    return dead;
  };
}
