import { getDatabase } from '@/db/client';
import { clockOffset } from '@/db/schema';

/** Sets the house's clock so many days ahead of the real one; 0 puts it back. */
export async function moveClock(days: number): Promise<void> {
  const seconds = days * 86_400;
  await getDatabase()
    .insert(clockOffset)
    .values({ id: 1, seconds })
    .onConflictDoUpdate({ target: clockOffset.id, set: { seconds } });
}
