import { sweepLimits } from '@/lib/auth/limit';
import { fireDueDeadlines } from '@/lib/deadlines/fire-due';
import { expireFiles } from '@/lib/files/expire';
import { sweepOrphans } from '@/lib/files/orphans';
import { endLetters } from '@/lib/records/letter/commands';
import { requestDaily } from '@/lib/records/reconciliation/commands';
import { applyDecisions } from '@/lib/records/review/commands';
import { WORKFLOWS } from '@/lib/workflows/all';
import { sendDigests } from '@/lib/workflows/supervision/digest';

/** Something that is looked for again and again, by one worker at a time. */
export type Sweep = {
  /** Unique; it is also the name of the lock that keeps two workers from sweeping at once. */
  name: string;
  /** Seconds from the end of one run to the beginning of the next. */
  everySeconds: number;
  /** Does one bounded round; answers how much it did. A full round makes the next one follow at once. */
  run: () => Promise<{ done: number; more: boolean }>;
};

/** All sweeps of the worker. */
export const sweeps: Sweep[] = [
  {
    name: 'deadlines',
    everySeconds: 3,
    run: () => round(fireDueDeadlines(WORKFLOWS), 200),
  },
  { name: 'decisions', everySeconds: 2, run: () => round(applyDecisions(), 100) },
  {
    name: 'rate-limits',
    everySeconds: 300,
    run: () => round(sweepLimits(), Number.POSITIVE_INFINITY),
  },
  { name: 'unused-files', everySeconds: 600, run: expireFiles },
  // It walks the whole store: a few times a day is enough for what a killed process left.
  {
    name: 'bytes without a file',
    everySeconds: 6 * 3600,
    run: () => round(sweepOrphans(), Number.POSITIVE_INFINITY),
  },
  { name: 'letters', everySeconds: 600, run: () => round(endLetters(), 100) },
  { name: 'supervision digest', everySeconds: 300, run: () => round(sendDigests(), 100) },
  // It asks for a run when the newest is a day old.
  {
    name: 'daily reconciliation',
    everySeconds: 600,
    run: () => round(requestDaily(), Number.POSITIVE_INFINITY),
  },
];

async function round(work: Promise<number>, full: number) {
  const done = await work;
  return { done, more: done >= full };
}
