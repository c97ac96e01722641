import type { letters } from '@/db/schema';

export const LETTER_STATES = ['writing', 'ready', 'ended'] as const;
export type LetterState = (typeof LETTER_STATES)[number];

/** Where a letter stands: being written, there to download, or let go after its months. */
export const letterState = ({
  readyAt,
  endedAt,
}: Pick<typeof letters.$inferSelect, 'readyAt' | 'endedAt'>): LetterState =>
  endedAt ? 'ended' : readyAt ? 'ready' : 'writing';
