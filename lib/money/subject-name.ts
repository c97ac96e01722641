import { sql } from 'drizzle-orm';
import { ledgerEntries } from '@/db/schema';

/**
 * The number people know an entry's subject by: an order's own, for a top-up the bank's or the payment provider's
 * number of the transaction, for a payout the bank's. Null for a subject without one, and for one the reader may not see.
 */
export const subjectName = sql<string | null>`case ${ledgerEntries.noun}
  when 'order' then (select o.number from "order" o where o.id = ${ledgerEntries.subjectId})
  when 'topUp' then (
    select coalesce(t.bank_reference, t.provider_ref) from top_up t where t.id = ${ledgerEntries.subjectId})
  when 'payout' then (select p.bank_reference from payout p where p.id = ${ledgerEntries.subjectId})
  end`;
