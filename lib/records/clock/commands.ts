import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { clockOffset } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { change } from '@/lib/engine/change';
import { parseInput } from '@/lib/engine/parse';
import { clockCanMove } from '@/lib/engine/with-actor';
import { refused } from '@/lib/errors';

/** A move is at most ten years, so that a slip of the finger does not end the demo. */
export const clockInput = z.object({
  forwardSeconds: z.coerce.number().int().min(1).max(315_360_000),
});

/**
 * Moves the demo's clock forward; what falls due is fired in order by the next sweep. There is no way back: what
 * happened at a later moment would be in the future.
 * @throws DomainError refused `clock.error.production` outside the demo
 */
export async function moveClock(actor: Actor, input: unknown): Promise<Date> {
  const { forwardSeconds } = parseInput(clockInput, input);
  if (!clockCanMove()) throw refused('clock.error.production');
  return change(
    actor,
    { noun: 'clock', action: 'move', permission: 'clock.move' },
    async ({ tx, now }) => {
      await tx
        .insert(clockOffset)
        .values({ id: 1, seconds: forwardSeconds })
        .onConflictDoUpdate({
          target: clockOffset.id,
          set: { seconds: sql`${clockOffset.seconds} + ${forwardSeconds}` },
        });
      return {
        subjectId: 'clock',
        stream: 'clock:demo',
        tenant: {},
        after: { forwardSeconds },
        value: new Date(now.getTime() + forwardSeconds * 1000),
      };
    },
  );
}
