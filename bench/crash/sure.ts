import { appendFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { DomainError } from '@/lib/errors';

/** What a command answers that made or moved a row. */
export type Moved = { id: string; version: number };

/**
 * Runs a command as a person would who meets a dead server: again after a while, until the house answers. What it
 * answers is written to the journal: from then on the event must never be lost. A refusal after a failed try means that
 * the first try had counted.
 * @param files ids of the files that the command carries: the event's record must name them
 * @returns the row, or nothing when the house said no
 */
export async function sure<T extends Moved>(
  journal: string,
  event: string,
  run: () => Promise<T>,
  files: readonly string[] = [],
): Promise<T | undefined> {
  try {
    const row = await patiently(run);
    appendFileSync(journal, `${event} ${row.id} ${row.version} ${files.join(',')}\n`);
    return row;
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

/** Whether a failure came from a database that is not there, or is going or coming. */
export function isOutage(error: unknown): boolean {
  const { code = '', cause } = error as { code?: string; cause?: unknown };
  if (cause) return isOutage(cause);
  return /^(ECONN|EPIPE|ETIMEDOUT|CONNECT|57P|08|25P|XX000)/.test(code);
}

/** Does something again until the database answers. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isOutage(error)) throw error;
      await pause(250);
    }
  }
}
