import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';

/**
 * What people call the subjects of differences: an order's number, a top-up's bank or provider number, the owner of an
 * account, a payout's bank reference, for an entry the number of what it is about. Without a name: not in the map.
 */
export async function nameSubjects(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.execute<{ id: string; name: string | null }>(sql`
    with wanted as (select distinct id from unnest(${sql.param([...new Set(ids)])}::text[]) as w(id))
    select w.id, coalesce(
      (select o.number from "order" o where o.id = w.id),
      (select coalesce(t.bank_reference, t.provider_ref) from top_up t where t.id = w.id),
      (select p.bank_reference from payout p where p.id = w.id),
      (select coalesce(m.name, b.name) from ledger_account a
        left join merchant m on m.id = a.merchant_id left join account b on b.id = a.buyer_id
        where a.id = w.id),
      (select coalesce(o.number, t.bank_reference, t.provider_ref, p.bank_reference) from ledger_entry e
        left join "order" o on o.id = e.subject_id left join top_up t on t.id = e.subject_id left join payout p on p.id = e.subject_id
        where e.id = w.id)) as name
    from wanted w`);
  return new Map(rows.flatMap(({ id, name }) => (name ? [[id, name] as const] : [])));
}
