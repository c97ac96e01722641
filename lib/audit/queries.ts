import { and, asc, eq } from 'drizzle-orm';
import { evidence } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import type { EvidenceRow } from './hash';

/** The whole log of one subject, oldest first, as far as the actor may see it (service-supervision.md 8). */
export function listEvidence(
  actor: Actor,
  noun: string,
  subjectId: string,
): Promise<EvidenceRow[]> {
  return withActor(actor, ({ tx }) =>
    tx
      .select()
      .from(evidence)
      .where(and(eq(evidence.noun, noun), eq(evidence.subjectId, subjectId)))
      .orderBy(asc(evidence.seq)),
  );
}

/** Every record of a stream, oldest first, e.g. `order:od_…` with its supervision. */
export function listStream(actor: Actor, stream: string): Promise<EvidenceRow[]> {
  return withActor(actor, ({ tx }) =>
    tx.select().from(evidence).where(eq(evidence.stream, stream)).orderBy(asc(evidence.seq)),
  );
}
