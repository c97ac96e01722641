import { index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { moment } from '../columns';
import { tenantPolicies } from '../tenancy';

export interface EvidenceFile {
  id: string;
  name: string;
  sha256: string;
}

/** Append-only record of who did what; each row carries the hash of the one before it in its stream. */
export const evidence = pgTable(
  'evidence',
  {
    id: text('id').primaryKey(),
    stream: text('stream').notNull(),
    seq: integer('seq').notNull(),
    at: moment('at').notNull(),
    actor: jsonb('actor').$type<Record<string, string>>().notNull(),
    noun: text('noun').notNull(),
    subjectId: text('subject_id').notNull(),
    event: text('event').notNull(),
    fromState: text('from_state'),
    toState: text('to_state'),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    files: jsonb('files').$type<EvidenceFile[]>().notNull(),
    merchantId: text('merchant_id'),
    buyerId: text('buyer_id'),
    accountId: text('account_id'),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [
    uniqueIndex('evidence_stream_seq').on(t.stream, t.seq),
    index('evidence_subject').on(t.noun, t.subjectId, t.seq),
    index('evidence_merchant').on(t.merchantId, t.id),
    index('evidence_buyer').on(t.buyerId, t.id),
    index('evidence_at').on(t.at, t.id),
    ...tenantPolicies({ merchant: t.merchantId, buyer: t.buyerId, account: t.accountId }),
  ],
);
