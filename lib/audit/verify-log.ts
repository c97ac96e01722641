import { asc, sql } from 'drizzle-orm';
import { evidence } from '@/db/schema';
import { system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { type Break, chainFollower } from './verify';

export interface Verdict {
  records: number;
  streams: number;
  broken: Break | undefined;
}

const BATCH = 5000;

/**
 * Follows the whole log, or the streams that begin with `prefix`, in bounded memory: one hash per stream.
 * Answers the first broken record by the order of streams.
 */
export async function verifyLog(prefix = ''): Promise<Verdict> {
  const verdict: Verdict = { records: 0, streams: 0, broken: undefined };
  let follow = chainFollower();
  let stream: string | undefined;
  let after: { stream: string; seq: number } = { stream: prefix, seq: 0 };
  for (;;) {
    const rows = await withActor(system('verify evidence'), ({ tx }) =>
      tx
        .select()
        .from(evidence)
        .where(afterKey(after))
        .orderBy(asc(evidence.stream), asc(evidence.seq))
        .limit(BATCH),
    );
    for (const row of rows) {
      if (!row.stream.startsWith(prefix)) return verdict;
      if (row.stream !== stream) {
        stream = row.stream;
        follow = chainFollower();
        verdict.streams += 1;
      }
      verdict.records += 1;
      const broken = follow(row);
      if (broken) return { ...verdict, broken };
    }
    const last = rows[rows.length - 1];
    if (!last || rows.length < BATCH) return verdict;
    after = { stream: last.stream, seq: last.seq };
  }
}

const afterKey = ({ stream, seq }: { stream: string; seq: number }) =>
  sql`(${evidence.stream}, ${evidence.seq}) > (${stream}, ${seq})`;
