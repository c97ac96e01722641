import { desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { evidence } from '@/db/schema';
import type { EvidenceFile } from '@/db/schema/evidence';
import { type Actor, actorRecord } from '@/lib/auth/actor';
import { newId } from '@/lib/ids';
import { jsonSafe } from './canonical';
import { evidenceHash, GENESIS } from './hash';

export interface Tenant {
  merchantId?: string | null;
  buyerId?: string | null;
  accountId?: string | null;
}

export interface EvidenceInput {
  /** `noun:id`; rows of one stream are chained by hash. */
  stream: string;
  at: Date;
  actor: Actor;
  noun: string;
  subjectId: string;
  event: string;
  fromState?: string | null;
  toState?: string | null;
  data?: Record<string, unknown>;
  files?: EvidenceFile[];
  tenant: Tenant;
}

/** Appends one record to its stream and returns its id. Streams are serialized by an advisory lock. */
export async function appendEvidence(tx: Tx, input: EvidenceInput): Promise<string> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${input.stream}, 0))`);
  const [last] = await tx
    .select({ seq: evidence.seq, hash: evidence.hash })
    .from(evidence)
    .where(eq(evidence.stream, input.stream))
    .orderBy(desc(evidence.seq))
    .limit(1);
  const row = after(last, input);
  await tx.insert(evidence).values(row);
  return row.id;
}

/** Appends a record to each of several streams, all different; answers their ids in the same order. */
export async function appendEvidenceMany(
  tx: Tx,
  inputs: readonly EvidenceInput[],
): Promise<string[]> {
  const streams = inputs.map(({ stream }) => stream);
  if (streams.length === 0) return [];
  if (new Set(streams).size < streams.length) throw new Error('a stream twice in one append');
  const among = sql`${sql.param(streams)}::text[]`;
  await tx.execute(sql`
    select pg_advisory_xact_lock(turn) from (
      select hashtextextended(stream, 0) as turn from unnest(${among}) as stream order by 1 offset 0
    ) as turns`);
  const heads = await tx
    .selectDistinctOn([evidence.stream], {
      stream: evidence.stream,
      seq: evidence.seq,
      hash: evidence.hash,
    })
    .from(evidence)
    .where(sql`${evidence.stream} = any(${among})`)
    .orderBy(evidence.stream, desc(evidence.seq));
  const headOf = new Map(heads.map((head) => [head.stream, head]));
  const rows = inputs.map((input) => after(headOf.get(input.stream), input));
  await tx.insert(evidence).values(rows);
  return rows.map(({ id }) => id);
}

/** The record that follows the head of its stream. */
function after(last: { seq: number; hash: string } | undefined, input: EvidenceInput) {
  const row = {
    id: newId('evidence', input.at),
    stream: input.stream,
    seq: (last?.seq ?? 0) + 1,
    at: input.at,
    actor: actorRecord(input.actor),
    noun: input.noun,
    subjectId: input.subjectId,
    event: input.event,
    fromState: input.fromState ?? null,
    toState: input.toState ?? null,
    data: jsonSafe(input.data ?? {}) as Record<string, unknown>,
    files: input.files ?? [],
    merchantId: input.tenant.merchantId ?? null,
    buyerId: input.tenant.buyerId ?? null,
    accountId: input.tenant.accountId ?? null,
    previousHash: last?.hash ?? GENESIS,
  };
  return { ...row, hash: evidenceHash(row) };
}
