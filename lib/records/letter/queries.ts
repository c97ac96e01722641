import { and, desc, eq, ilike, isNotNull, isNull, lt, or, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { files, letters } from '@/db/schema';
import { type Actor, system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { cappedCount } from '@/lib/list/count';
import { contains, textFilter } from '@/lib/list/filters';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import { ownRows } from '@/lib/list/own-rows';
import { LETTER_STATES } from './state';

export type Letter = typeof letters.$inferSelect;

export const letterFilters = z.object({
  q: textFilter,
  state: z.enum(LETTER_STATES).optional().catch(undefined),
});
export type LetterFilters = z.infer<typeof letterFilters>;

function conditions(actor: Actor, { q, state }: LetterFilters): SQL | undefined {
  return and(
    ownRows(actor, 'letter.request', { buyer: letters.buyerId }),
    state === 'ended' ? isNotNull(letters.endedAt) : undefined,
    state === 'ready' ? and(isNull(letters.endedAt), isNotNull(letters.readyAt)) : undefined,
    state === 'writing' ? and(isNull(letters.endedAt), isNull(letters.readyAt)) : undefined,
    q
      ? or(
          eq(letters.orderNumber, q),
          eq(letters.number, q.toUpperCase()),
          ilike(letters.productName, contains(q)),
          ilike(letters.merchantName, contains(q)),
        )
      : undefined,
  );
}

/** The customer's explanation letters, newest first. */
export function listLetters(
  actor: Actor,
  filters: LetterFilters,
  after?: string,
  size = PAGE_SIZE,
): Promise<Page<Letter>> {
  return withActor(actor, async ({ tx }) => {
    const rows = await tx
      .select()
      .from(letters)
      .where(and(conditions(actor, filters), after ? lt(letters.id, after) : undefined))
      .orderBy(desc(letters.id))
      .limit(size + 1);
    return pageOf(rows, (row) => row.id, size);
  });
}

/** How many letters match, up to the cap. */
export function countLetters(actor: Actor, filters: LetterFilters): Promise<number> {
  return withActor(actor, ({ tx }) => cappedCount(tx, letters, conditions(actor, filters)));
}

/** One letter of the customer; nothing for strangers. */
export function getLetter(actor: Actor, id: string): Promise<Letter | undefined> {
  return withActor(actor, async ({ tx }) => {
    const [row] = await tx
      .select()
      .from(letters)
      .where(and(conditions(actor, {}), eq(letters.id, id)));
    return row;
  });
}

/** What a letter's number proves, for whoever holds the letter. */
export interface CheckedLetter {
  letter: Letter;
  /** Digest of the file, to compare a copy with. */
  sha256: string | undefined;
}

/** The letter of a number that was printed on it; eighty random bits, so nobody finds one by trying. */
export function checkLetter(number: string): Promise<CheckedLetter | undefined> {
  return withActor(system('letter check'), async ({ tx }) => {
    const [found] = await tx
      .select({ letter: letters, sha256: files.sha256 })
      .from(letters)
      .leftJoin(files, eq(files.id, letters.fileId))
      .where(and(eq(letters.number, number.trim().toUpperCase()), isNotNull(letters.readyAt)));
    return found && { letter: found.letter, sha256: found.sha256 ?? undefined };
  });
}
