import { and, desc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { evidence } from '@/db/schema';
import type { Happening } from '@/lib/errors';

/** At most this many happenings are told; people reload for the rest. */
const MOST = 5;

/**
 * What happened to a subject since the version that somebody saw, oldest first: every event moves the version by one
 * and leaves one record.
 */
export async function meanwhile(
  tx: Tx,
  noun: string,
  subjectId: string,
  versions: number,
): Promise<Happening[]> {
  if (versions <= 0) return [];
  const rows = await tx
    .select({ event: evidence.event, at: evidence.at, data: evidence.data })
    .from(evidence)
    .where(and(eq(evidence.noun, noun), eq(evidence.subjectId, subjectId)))
    .orderBy(desc(evidence.seq))
    .limit(Math.min(versions, MOST));
  return rows.reverse().map(({ event, at, data }) => ({ event, at, fields: fieldsOf(data) }));
}

/** The fields of the form that a save changed, else the columns that the event changed. */
function fieldsOf({ saved, changes }: Record<string, unknown>): string[] {
  if (Array.isArray(saved)) return saved.filter((name) => typeof name === 'string');
  return Object.keys((changes ?? {}) as object);
}
