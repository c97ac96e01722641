import { type EvidenceRow, evidenceHash, GENESIS } from './hash';

export interface Break {
  stream: string;
  seq: number;
  id: string;
  reason: 'hash' | 'link' | 'gap';
}

/** Follows one stream, rows in order of `seq`; answers the first broken record, or nothing. */
export function firstBreak(rows: Iterable<EvidenceRow>): Break | undefined {
  let previous = GENESIS;
  let seq = 0;
  for (const row of rows) {
    const found = (reason: Break['reason']) => ({
      stream: row.stream,
      seq: row.seq,
      id: row.id,
      reason,
    });
    if (row.seq !== seq + 1) return found('gap');
    if (row.previousHash !== previous) return found('link');
    const { hash, ...rest } = row;
    if (evidenceHash(rest) !== hash) return found('hash');
    previous = hash;
    seq = row.seq;
  }
  return undefined;
}
