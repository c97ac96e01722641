import { type EvidenceRow, evidenceHash, GENESIS } from './hash';

export interface Break {
  stream: string;
  seq: number;
  id: string;
  /** The record does not match its hash; does not point to the one before it; or one before it is missing. */
  reason: 'hash' | 'link' | 'gap';
}

/** Follows one stream record by record; answers what is broken as soon as it is met. */
export function chainFollower(): (row: EvidenceRow) => Break | undefined {
  let previous = GENESIS;
  let seq = 0;
  return (row) => {
    const { hash, ...rest } = row;
    const reason =
      row.seq !== seq + 1
        ? 'gap'
        : row.previousHash !== previous
          ? 'link'
          : evidenceHash(rest) !== hash
            ? 'hash'
            : undefined;
    previous = hash;
    seq = row.seq;
    return reason && { stream: row.stream, seq: row.seq, id: row.id, reason };
  };
}

/** Follows one stream, rows in order of `seq`; answers the first broken record, or nothing. */
export function firstBreak(rows: Iterable<EvidenceRow>): Break | undefined {
  const follow = chainFollower();
  for (const row of rows) {
    const broken = follow(row);
    if (broken) return broken;
  }
  return undefined;
}
