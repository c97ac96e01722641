import { sql } from 'drizzle-orm';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import { contains } from '@/lib/list/filters';
import type { Fen } from '@/lib/money/ledger';

export interface FeeDue {
  id: string;
  name: string;
  /** Fee earned from its completed orders and not invoiced yet. */
  left: Fen;
}

/** As many merchants are offered at once; more are found by name. */
export const FEE_DUE_SHOWN = 20;

/**
 * Merchants that sold something, newest first, for the form that records an invoice: all, or those whose name holds the
 * word or whose ID it is. Sums are made for the merchants shown only, so that the page costs the same with any number
 * of orders of others.
 */
export async function listFeeDue(actor: Actor, q: string | undefined): Promise<FeeDue[]> {
  if (actor.kind !== 'operator' || !can(actor, 'feeInvoice.record')) return [];
  const named = q ? sql`and (m.name ilike ${contains(q)} or m.id = ${q})` : sql``;
  return withActor(actor, async ({ tx }) => {
    const rows = await tx.execute<{ id: string; name: string; left: string }>(sql`
      select m.id, m.name, (coalesce((select sum(o.fee) from "order" o
          where o.merchant_id = m.id and o.state = 'completed'), 0)
        - coalesce((select sum(f.amount) from fee_invoice f where f.merchant_id = m.id), 0)
        )::text as left
      from (select m.id, m.name from merchant m
        where exists (select 1 from ledger_account a where a.id = 'payable:' || m.id) ${named}
        order by m.id desc limit ${FEE_DUE_SHOWN}) m
      order by m.id desc`);
    return rows.map(({ id, name, left }) => ({ id, name, left: BigInt(left) }));
  });
}
