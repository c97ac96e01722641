import { asc, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { accounts, merchantCards } from '@/db/schema';
import { PRODUCT_STATES } from '@/db/schema/product';
import type { EvidenceRow } from '@/lib/audit/hash';
import { listStream } from '@/lib/audit/queries';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import { textFilter } from '@/lib/list/filters';

/** Filters of operations' list of products and of its export; what does not fit is left out. */
export const opsProductFilters = z.object({
  q: textFilter,
  state: z.enum(PRODUCT_STATES).optional().catch(undefined),
  sale: z.enum(['public', 'hidden']).optional().catch(undefined),
  categoryId: textFilter,
  merchantId: textFilter,
});
export type OpsProductFilters = z.infer<typeof opsProductFilters>;

const isOperator = (actor: Actor) => actor.kind === 'operator' && can(actor, 'product.read');

/** Merchants that ever listed something, for the filter. */
export async function listSellingMerchants(actor: Actor): Promise<{ id: string; name: string }[]> {
  if (!isOperator(actor)) return [];
  return withActor(actor, ({ tx }) =>
    tx
      .select({ id: merchantCards.merchantId, name: merchantCards.name })
      .from(merchantCards)
      .where(sql`exists (select 1 from product p where p.merchant_id = merchant_card.merchant_id)`)
      .orderBy(asc(merchantCards.name))
      .limit(500),
  );
}

/** What happened to a product, oldest first, with the names of who did it, for operators. */
export async function listProductLog(
  actor: Actor,
  productId: string,
): Promise<{ rows: EvidenceRow[]; names: Record<string, string> }> {
  if (!isOperator(actor)) return { rows: [], names: {} };
  const rows = await listStream(actor, `product:${productId}`);
  const ids = rows.flatMap((row) => row.actor.accountId ?? []);
  if (ids.length === 0) return { rows, names: {} };
  const people = await withActor(actor, ({ tx }) =>
    tx
      .select({ id: accounts.id, name: accounts.name })
      .from(accounts)
      .where(inArray(accounts.id, [...new Set(ids)])),
  );
  return { rows, names: Object.fromEntries(people.map(({ id, name }) => [id, name])) };
}
