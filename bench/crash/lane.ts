import { setTimeout as pause } from 'node:timers/promises';
import type { Cast, Company } from './cast';
import { type Moved, patiently, sure } from './sure';

/** What one player of a driver goes by. */
export interface Lane {
  cast: Cast;
  company: Company;
  journal: string;
  /** From 0 to 1. */
  random: () => number;
}

/** Fires one event as a person would; `files` are those that the command carries, to be found with its record. */
export const act = <T extends Moved>(
  { journal }: Lane,
  event: string,
  run: () => Promise<T>,
  files: readonly string[] = [],
): Promise<T | undefined> => sure(journal, event, run, files);

/** Whether something of this probability happens now. */
export const chance = ({ random }: Lane, probability: number): boolean => random() < probability;

/** One of these. */
export const pick = <T>({ random }: Lane, from: readonly T[]): T =>
  from[Math.floor(random() * from.length)] as T;

/** Looks for what the worker has to do first; not for long, since it may be dead. */
export async function appears<T>(
  read: () => Promise<T | undefined>,
  seconds = 15,
): Promise<T | undefined> {
  for (const until = Date.now() + seconds * 1000; Date.now() < until; await pause(150)) {
    const found = await patiently(read);
    if (found !== undefined) return found;
  }
  return undefined;
}
