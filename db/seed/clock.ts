import { getDatabase } from '../client';
import { clockOffset } from '../schema';

const DAY = 86_400;

/** Where the demo's clock stands, in seconds ahead of real time. */
export async function clockStands(): Promise<number> {
  const [row] = await getDatabase().select().from(clockOffset);
  return row?.seconds ?? 0;
}

/** Puts the demo's clock to a place, in seconds ahead of real time. */
export async function setClock(seconds: number): Promise<void> {
  await getDatabase()
    .insert(clockOffset)
    .values({ id: 1, seconds })
    .onConflictDoUpdate({ target: clockOffset.id, set: { seconds } });
}

/**
 * Lets the demo's past happen in the past: what is done through commands while the clock stands there has its
 * moments, deadlines and records there.
 */
export const standBack = (daysAgo: number): Promise<void> => setClock(-daysAgo * DAY);

/** The moment so many days ago. */
export const backThen = (daysAgo: number): Date => new Date(Date.now() - daysAgo * DAY * 1000);
