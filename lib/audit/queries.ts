import { and, asc, desc, eq, type SQL } from 'drizzle-orm';
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

/**
 * Id of the newest record that concerns the actor's side, or nothing. A page asks it whether anything happened since
 * it was shown.
 */
export function latestEvidence(actor: Actor): Promise<string | undefined> {
  const side: Partial<Record<Actor['kind'], SQL>> = {
    ...(actor.kind === 'buyer' && { buyer: eq(evidence.buyerId, actor.accountId) }),
    ...(actor.kind === 'member' && { member: eq(evidence.merchantId, actor.merchantId) }),
  };
  return withActor(actor, async ({ tx }) => {
    const [row] = await tx
      .select({ id: evidence.id })
      .from(evidence)
      .where(side[actor.kind])
      .orderBy(desc(evidence.id))
      .limit(1);
    return row?.id;
  });
}
