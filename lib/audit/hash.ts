import { createHash } from 'node:crypto';
import type { evidence } from '@/db/schema';
import { canonicalJson } from './canonical';

export type EvidenceRow = typeof evidence.$inferSelect;

/** The hash that the first row of a stream points back to. */
export const GENESIS = '0'.repeat(64);

/** SHA-256 over everything a row says and the hash of the row before it. */
export function evidenceHash(row: Omit<EvidenceRow, 'hash'>): string {
  const { at, ...rest } = row;
  return createHash('sha256')
    .update(canonicalJson({ ...rest, at: at.toISOString() }))
    .digest('hex');
}
