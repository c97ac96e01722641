import type { Tx } from '@/db/client';
import { addJob } from '@/lib/worker/add-job';

/** Minutes after which a payment without a report is asked for, round by round. */
const ROUNDS = [2, 5, 15, 40];

/** Schedules the next question to the provider; after the last round the deadline ends what nobody paid. */
export async function checkLater(tx: Tx, topUpId: string, round: number): Promise<void> {
  const minutes = ROUNDS[round];
  if (minutes === undefined) return;
  // The queue runs by the machine's clock, whatever the demo's says.
  const runAt = new Date(Date.now() + minutes * 60_000);
  await addJob(
    tx,
    'check-payment',
    { topUpId, round },
    { runAt, key: `check-payment:${topUpId}:${round}` },
  );
}
