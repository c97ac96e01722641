import { createHash } from 'node:crypto';
import type { evidence } from '@/db/schema';
import { canonicalJson } from './canonical';

export type EvidenceRow = typeof evidence.$inferSelect;

/** The hash that the first row of a stream points back to. */
export const GENESIS = '0'.repeat(64);

/** The text that a row's hash is taken of: everything it says and the hash of the row before it. */
export function evidenceText(row: Omit<EvidenceRow, 'hash'> & { hash?: string }): string {
  const { at, hash: _hash, ...rest } = row;
  return canonicalJson({ ...rest, at: at.toISOString() });
}

/** SHA-256 of that text. */
export const evidenceHash = (row: Omit<EvidenceRow, 'hash'>): string =>
  createHash('sha256').update(evidenceText(row)).digest('hex');
