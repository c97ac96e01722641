import type { Sql } from 'postgres';
import type { Range } from './bulk';

/** The entries of payment and completion of each order, as `order:<id>:paid` and `order:<id>:completed`. */
export async function fillEntries(sql: Sql, { from, to }: Range): Promise<void> {
  await sql`
    insert into ledger_entry (id, key, memo, noun, subject_id, at, merchant_id, buyer_id)
    select bulk.id('le', stamp, what || n), 'order:' || id || ':' || what, memo, 'order', id, moment, 'mc_bulk_' || merchant, 'ac_bulk_b' || buyer
    from bulk.plan, lateral (values ('paid', 'orderPaid', paid_at), ('completed', 'orderCompleted', completed_at)) entry (what, memo, moment)
    where moment is not null and n between ${from} and ${to}
    order by n`;
  await sql`
    insert into ledger_posting (id, entry_id, account_ref, amount, merchant_id, buyer_id)
    select bulk.id('le', stamp, what || n || account), bulk.id('le', stamp, what || n), account, moved, of_merchant, of_buyer
    from bulk.plan, lateral (values
      ('paid', 'balance:ac_bulk_b' || buyer, -amount, paid_at, null, 'ac_bulk_b' || buyer),
      ('paid', 'guarantee:mc_bulk_' || merchant, amount, paid_at, 'mc_bulk_' || merchant, null),
      ('completed', 'guarantee:mc_bulk_' || merchant, -amount, completed_at, 'mc_bulk_' || merchant, null),
      ('completed', 'payable:mc_bulk_' || merchant, amount - fee, completed_at, 'mc_bulk_' || merchant, null),
      ('completed', 'fee', fee, completed_at, null, null)) posting (what, account, moved, moment, of_merchant, of_buyer)
    where moment is not null and moved <> 0 and n between ${from} and ${to}
    order by n`;
}

/** One confirmed top-up a customer, of all it paid and a thousand yuan, and the ledger's accounts with their balances. */
export async function fillAccounts(sql: Sql): Promise<void> {
  await sql`
    insert into top_up (id, state, state_since, version, created_at, updated_at, buyer_id, buyer_name, method, amount, request_key, settled_at)
    select bulk.id('tu', bulk.base32((extract(epoch from t) * 1000)::bigint), 'topUp' || i), 'confirmed', t, 2, t, t, account.id, account.name,
      'transfer', 100000 + coalesce(spent.amount, 0), 'bulk' || i, t
    from bulk.size, generate_series(1, size.buyers) i
    join account on account.id = 'ac_bulk_b' || i
    left join (select buyer, sum(amount) as amount from bulk.plan where paid_at is not null group by buyer) spent on spent.buyer = i,
    lateral (select size.now - interval '731 days' as t) x`;
  await sql`
    insert into ledger_entry (id, key, memo, noun, subject_id, at, buyer_id)
    select replace(id, 'tu_', 'le_'), 'topUp:' || id || ':confirmed', 'topUp', 'topUp', id, settled_at, buyer_id from top_up`;
  await sql`
    insert into ledger_posting (id, entry_id, account_ref, amount, buyer_id)
    select bulk.id('le', left(replace(id, 'tu_', ''), 10), id || account), replace(id, 'tu_', 'le_'), account, moved, of_buyer
    from top_up, lateral (values ('bank', -amount, null), ('balance:' || buyer_id, amount, buyer_id)) posting (account, moved, of_buyer)`;
  await sql`
    insert into ledger_account (id, kind, currency, guarded, balance, merchant_id, buyer_id, created_at)
    select account_ref, split_part(account_ref, ':', 1), 'CNY', account_ref like '%:%',
      case when account_ref like '%:%' then sum(amount) else 0 end, min(merchant_id), min(buyer_id), (select now from bulk.size)
    from ledger_posting group by account_ref`;
}
