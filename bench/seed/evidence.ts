import type { Sql } from 'postgres';
import { GENESIS } from '@/lib/audit/hash';
import type { Range } from './bulk';

/** What `lib/audit/hash.ts` hashes, written by the database: keys in order, no spaces. */
export async function makeHash(sql: Sql): Promise<void> {
  await sql.unsafe(`
    create function bulk.hash(seq int, at timestamptz, actor text, event text, from_state text, to_state text, data text,
      id text, merchant text, buyer text, subject text, previous text) returns text language sql stable parallel safe as $$
      select encode(sha256(convert_to('{"accountId":null,"actor":' || actor || ',"at":"' || bulk.iso(at) || '","buyerId":"' || buyer
        || '","data":' || data || ',"event":"' || event || '","files":[],"fromState":' || coalesce('"' || from_state || '"', 'null')
        || ',"id":"' || id || '","merchantId":"' || merchant || '","noun":"order","previousHash":"' || previous || '","seq":' || seq
        || ',"stream":"order:' || subject || '","subjectId":"' || subject || '","toState":"' || to_state || '"}', 'UTF8')), 'hex')
    $$`);
}

/**
 * The order's own records in its stream, chained: placed, then paid and completed, or cancelled. Those of its delivery
 * are left out. `offset 0` keeps each hash from being worked out again wherever it is used.
 */
export async function fillEvidence(sql: Sql, { from, to }: Range): Promise<void> {
  await sql`
    insert into evidence (id, stream, seq, at, actor, noun, subject_id, event, from_state, to_state, data, files, merchant_id, buyer_id,
      previous_hash, hash)
    select bulk.id('ev', stamp, seq || 'evidence' || n), 'order:' || plan_id, seq, moment, actor::jsonb, 'order', plan_id, event, from_state, to_state,
      data::jsonb, '[]', merchant_id, buyer_id, previous, hash
    from (
      select n, stamp, id as plan_id, 'mc_bulk_' || merchant as merchant_id, 'ac_bulk_b' || buyer as buyer_id,
        '{"accountId":"ac_bulk_b' || buyer || '","kind":"buyer"}' as actor1,
        '{"changes":{"amount":[null,"' || amount || '"]}}' as data1, at as at1,
        case when state = 'cancelled' then 'cancel' when paid_at is not null then 'pay' end as event2,
        case when state = 'cancelled' then 'cancelled' else 'processing' end as state2, coalesce(cancelled_at, paid_at) as at2,
        case when state = 'cancelled' then '{"changes":{"cancelReason":[null,"buyer"]}}'
          else '{"amount":"' || amount || '","changes":{"paidAt":[null,"' || bulk.iso(paid_at) || '"]}}' end as data2,
        completed_at as at3,
        '{"amount":"' || amount || '","changes":{},"fee":"' || fee || '","payable":"' || (amount - fee) || '"}' as data3
      from bulk.plan where n between ${from} and ${to} order by n offset 0
    ) plan
    cross join lateral (select bulk.hash(1, at1, actor1, 'open', null, 'pendingPayment', data1, bulk.id('ev', stamp, 1 || 'evidence' || n),
      merchant_id, buyer_id, plan_id, ${GENESIS}) as hash1 offset 0) first
    cross join lateral (select case when event2 is not null then bulk.hash(2, at2, actor1, event2, 'pendingPayment', state2, data2,
      bulk.id('ev', stamp, 2 || 'evidence' || n), merchant_id, buyer_id, plan_id, hash1) end as hash2 offset 0) second
    cross join lateral (select case when at3 is not null then bulk.hash(3, at3, '{"cause":"bulk","kind":"system"}', 'complete', 'processing',
      'completed', data3, bulk.id('ev', stamp, 3 || 'evidence' || n), merchant_id, buyer_id, plan_id, hash2) end as hash3 offset 0) third
    cross join lateral (values
      (1, at1, actor1, 'open', null, 'pendingPayment', data1, ${GENESIS}, hash1),
      (2, at2, actor1, event2, 'pendingPayment', state2, data2, hash1, hash2),
      (3, at3, '{"cause":"bulk","kind":"system"}', 'complete', 'processing', 'completed', data3, hash2, hash3)
    ) step (seq, moment, actor, event, from_state, to_state, data, previous, hash)
    where hash is not null`;
}
