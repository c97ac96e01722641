import { and, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { accounts, evidence } from '@/db/schema';
import type { EvidenceRow } from '@/lib/audit/hash';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import { dayFilter, dayRange, textFilter } from '@/lib/list/filters';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';

/** A record with the name of who acted, for operators. */
export interface EvidenceLine extends EvidenceRow {
  actorName: string | null;
}

export interface EvidenceFilter {
  /** Stream (`order:od_…`), subject id or account id. */
  q?: string | undefined;
  noun?: string | undefined;
  event?: string | undefined;
  from?: Date;
  to?: Date;
  after?: string;
  size?: number;
}

/** Filters of the log as its address and its export carry them; wrong values count as none. */
export const evidenceFilters = z.object({
  q: textFilter,
  noun: textFilter,
  event: textFilter,
  from: dayFilter,
  to: dayFilter,
});
export type EvidenceFilters = z.infer<typeof evidenceFilters>;

/** The same as a filter of the query. */
export const evidenceFilter = ({ from, to, ...rest }: EvidenceFilters): EvidenceFilter => ({
  ...rest,
  ...dayRange({ from, to }),
});

/** The operation log, newest first (service-supervision.md 8); nothing for who may not read it. */
export async function searchEvidence(
  actor: Actor,
  filter: EvidenceFilter,
): Promise<Page<EvidenceLine>> {
  if (!can(actor, 'evidence.read')) return { rows: [] };
  const size = filter.size ?? PAGE_SIZE;
  const rows = await withActor(actor, ({ tx }) =>
    tx
      .select({ row: evidence, actorName: accounts.name })
      .from(evidence)
      .leftJoin(accounts, eq(accounts.id, sql`${evidence.actor} ->> 'accountId'`))
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
      .limit(size + 1),
  );
  return pageOf(
    rows.map(({ row, actorName }) => ({ ...row, actorName })),
    ({ id }) => id,
    size,
  );
}

function matches(q: string | undefined): SQL | undefined {
  if (!q) return undefined;
  return sql`(${evidence.stream} = ${q} or ${evidence.subjectId} = ${q} or ${evidence.actor} ->> 'accountId' = ${q})`;
}

/** One record, for operators. */
export async function getEvidence(actor: Actor, id: string): Promise<EvidenceLine | undefined> {
  if (!can(actor, 'evidence.read')) return undefined;
  const [found] = await withActor(actor, ({ tx }) =>
    tx
      .select({ row: evidence, actorName: accounts.name })
      .from(evidence)
      .leftJoin(accounts, eq(accounts.id, sql`${evidence.actor} ->> 'accountId'`))
      .where(eq(evidence.id, id)),
  );
  return found && { ...found.row, actorName: found.actorName };
}
