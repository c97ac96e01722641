import postgres from 'postgres';
import { evidenceHash, GENESIS } from '@/lib/audit/hash';
import { newId } from '@/lib/ids';

/**
 * What confirming a top-up leaves in the database, statement by statement as a careful hand would write it: one
 * prepared statement for each lock, check and row, nothing looked up that this event does not need.
 */
export function byHand(url: string, connections: number, operatorId: string) {
  const sql = postgres(url, { max: connections, onnotice: () => {} });
  const confirm = (id: string) =>
    sql.begin(async (tx) => {
      const now = new Date();
      await tx`select set_config('role', 'guildhall_app', true), set_config('app.scope', 'system', true),
        set_config('app.account_id', ${operatorId}, true), set_config('app.merchant_id', '', true),
        (select seconds from clock_offset where id = 1)`;
      const [row] = await tx`select * from top_up where id = ${id} for update`;
      if (row?.state !== 'pending') throw new Error('not pending');
      await tx`select distinct on (key) key, value from setting_value where effective_from <= ${now} order by key, effective_from desc, id desc`;
      const reference = newId('view').toUpperCase();
      await tx`select id from top_up where bank_reference = ${reference} and id <> ${id}`;
      const account = `balance:${row.buyer_id}`;
      await tx`insert into ledger_account (id, kind, currency, guarded, balance, buyer_id, created_at)
        values (${account}, 'balance', 'CNY', true, 0, ${row.buyer_id}, ${now}), ('bank', 'bank', 'CNY', false, 0, null, ${now})
        on conflict do nothing`;
      const entry = newId('entry', now);
      await tx`insert into ledger_entry (id, key, memo, noun, subject_id, at, buyer_id)
        values (${entry}, ${`topUp:${id}:confirmed`}, 'topUp', 'topUp', ${id}, ${now}, ${row.buyer_id})`;
      await tx`insert into ledger_posting (id, entry_id, account_ref, amount, buyer_id)
        values (${newId('entry', now)}, ${entry}, ${account}, ${row.amount}, ${row.buyer_id}),
          (${newId('entry', now)}, ${entry}, 'bank', ${`-${row.amount}`}, null)`;
      await tx`update top_up set state = 'confirmed', state_since = ${now}, updated_at = ${now}, due_at = null, bank_reference = ${reference},
        settled_at = ${now}, version = version + 1 where id = ${id}`;
      await tx`update deadline set status = 'cancelled' where noun = 'topUp' and subject_id = ${id} and status = 'pending'`;
      await tx`update review_item set status = 'closed', closed_at = ${now}, claimed_by = null, claimed_until = null, decision = null,
        applies_at = null where noun = 'topUp' and subject_id = ${id}`;
      const stream = `topUp:${id}`;
      await tx`select pg_advisory_xact_lock(hashtextextended(${stream}, 0))`;
      const [last] =
        await tx`select seq, hash from evidence where stream = ${stream} order by seq desc limit 1`;
      const record = {
        id: newId('evidence', now),
        stream,
        seq: (last?.seq ?? 0) + 1,
        at: now,
        actor: { kind: 'operator', accountId: operatorId },
        noun: 'topUp',
        subjectId: id,
        event: 'confirm',
        fromState: 'pending',
        toState: 'confirmed',
        data: {
          changes: { bankReference: [null, reference], settledAt: [null, now.toISOString()] },
        },
        files: [],
        merchantId: null,
        buyerId: row.buyer_id as string,
        accountId: null,
        previousHash: (last?.hash as string) ?? GENESIS,
      };
      await tx`insert into evidence (id, stream, seq, at, actor, noun, subject_id, event, from_state, to_state, data, files, buyer_id, previous_hash, hash)
        values (${record.id}, ${stream}, ${record.seq}, ${now}, ${tx.json(record.actor)}, 'topUp', ${id}, 'confirm', 'pending', 'confirmed',
          ${tx.json(record.data)}, '[]', ${record.buyerId}, ${record.previousHash}, ${evidenceHash(record)})`;
      const outbox = newId('outbox', now);
      await tx`insert into outbox (id, noun, subject_id, event, audience, evidence_id, params, created_at, buyer_id)
        values (${outbox}, 'topUp', ${id}, 'confirm', 'buyer', ${record.id}, ${tx.json({ amount: row.amount })}, ${now}, ${record.buyerId})`;
      await tx`select app_add_job('notify', ${JSON.stringify({ outboxId: outbox })}::text::json)`;
      await tx`select pg_notify('guildhall_notice', 'topUp')`;
    });
  return { confirm, end: () => sql.end() };
}
