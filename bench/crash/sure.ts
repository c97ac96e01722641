import { appendFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { DomainError } from '@/lib/errors';

type Row = { id: string; version: number };

/**
 * Runs a command as a person would who meets a dead server: again after a while, until the house answers. What it
 * answers is written to the journal: from then on the event must never be lost. A refusal after a failed try means that
 * the first try had counted.
 * @returns the row, or nothing when the house said no
 */
export async function sure<T extends Row>(
  journal: string,
  event: string,
  run: () => Promise<T>,
): Promise<T | undefined> {
  for (;;) {
    try {
      const row = await run();
      appendFileSync(journal, `${event} ${row.id} ${row.version}\n`);
      return row;
    } catch (error) {
      if (error instanceof DomainError) return undefined;
      if (!isOutage(error)) throw error;
      await pause(250);
    }
  }
}

/** Whether a failure came from a database that is not there, or is going or coming. */
export function isOutage(error: unknown): boolean {
  const { code = '', cause } = error as { code?: string; cause?: unknown };
  if (cause) return isOutage(cause);
  return /^(ECONN|EPIPE|ETIMEDOUT|CONNECT|57P|08|25P|XX000)/.test(code);
}

/** Reads until the database answers. */
export async function patiently<T>(read: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await read();
    } catch (error) {
      if (!isOutage(error)) throw error;
      await pause(250);
    }
  }
}
