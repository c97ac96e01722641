import type { Sql, TransactionSql } from 'postgres';
import type { TableName } from './format';

/** What the database says about itself, as far as a backup needs it. */

/** Says who lives, now; means nothing to another time. */
const PASSING = ['worker_heartbeat'];
/** Made by the job queue's own installation. */
const QUEUE_OWN = ['migrations'];

/** Every table that a backup carries, with the columns that are written (not derived). */
export async function listTables(sql: Sql | TransactionSql) {
  return sql<(TableName & { columns: string[] })[]>`
    select n.nspname as schema, c.relname as name,
      array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and (
      (n.nspname = 'public' and c.relname <> all(${PASSING}))
      or (n.nspname = 'graphile_worker' and c.relname <> all(${QUEUE_OWN})))
    group by 1, 2 order by 1, 2`;
}

/** Sequences that gave numbers, with the last one given. */
export async function listSequences(sql: Sql | TransactionSql) {
  return sql<(TableName & { value: string })[]>`
    select schemaname as schema, sequencename as name, last_value::text as value
    from pg_sequences
    where schemaname in ('public', 'graphile_worker') and last_value is not null
    order by 1, 2`;
}

/** Foreign keys, each with the statement that makes it again. */
export async function listForeignKeys(sql: Sql | TransactionSql) {
  return sql<(TableName & { constraint: string; definition: string })[]>`
    select n.nspname as schema, c.relname as name, k.conname as constraint,
      pg_get_constraintdef(k.oid) as definition
    from pg_constraint k
      join pg_class c on c.oid = k.conrelid
      join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and n.nspname in ('public', 'graphile_worker')`;
}

/** Where the bytes of every file are kept that somebody can still use, in the order of their keys. */
export function storedKeys(sql: TransactionSql): AsyncIterable<{ key: string }[]> {
  return sql<{ key: string }[]>`
    select 'originals/' || left(sha256, 2) || '/' || sha256 as key from file where state <> 'expired'
    union
    select variant.value ->> 'key' from file, jsonb_each(variants) variant where state <> 'expired'
    order by key`.cursor(500);
}
