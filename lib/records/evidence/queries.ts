import { and, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import { evidence } from '@/db/schema';
import type { EvidenceRow } from '@/lib/audit/hash';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';

export interface EvidenceFilter {
  /** Stream (`order:od_…`), subject id or account id. */
  q?: string;
  noun?: string;
  event?: string;
  from?: Date;
  to?: Date;
  after?: string;
}

/** The operation log, newest first (service-supervision.md 8); nothing for who may not read it. */
export async function searchEvidence(
  actor: Actor,
  filter: EvidenceFilter,
): Promise<Page<EvidenceRow>> {
  if (!can(actor, 'evidence.read')) return { rows: [] };
  const rows = await withActor(actor, ({ tx }) =>
    tx
      .select()
      .from(evidence)
      .where(
        and(
          matches(filter.q?.trim()),
          filter.noun ? eq(evidence.noun, filter.noun) : undefined,
          filter.event ? eq(evidence.event, filter.event) : undefined,
          filter.from ? gte(evidence.at, filter.from) : undefined,
          filter.to ? lt(evidence.at, filter.to) : undefined,
          filter.after ? lt(evidence.id, filter.after) : undefined,
        ),
      )
      .orderBy(desc(evidence.id))
      .limit(PAGE_SIZE + 1),
  );
  return pageOf(rows, ({ id }) => id);
}

function matches(q: string | undefined): SQL | undefined {
  if (!q) return undefined;
  return sql`(${evidence.stream} = ${q} or ${evidence.subjectId} = ${q} or ${evidence.actor} ->> 'accountId' = ${q})`;
}
