import { and, asc, desc, eq, lt, type SQL, sql } from 'drizzle-orm';
import {
  instances,
  merchantCards,
  orderLines,
  orders,
  products,
  supervisionDocuments,
} from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { cappedCount } from '@/lib/list/count';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import { ownRows } from '@/lib/list/own-rows';
import { searchQuery } from '@/lib/search/words';
import type { InstanceFilters } from './filters';
import type { InstanceRow } from './machine';

const own = (actor: Actor) =>
  ownRows(actor, 'instance.read', {
    merchant: instances.merchantId,
    buyer: instances.buyerId,
    product: instances.productId,
  });

function matching({ q }: InstanceFilters): SQL | undefined {
  const query = q ? searchQuery(q) : '';
  return query
    ? sql`to_tsvector('simple', ${instances.searchText}) @@ to_tsquery('simple', ${query})`
    : undefined;
}

export interface InstanceItem extends InstanceRow {
  orderState: (typeof orders.$inferSelect)['state'];
}

/** Purchased services, newest first (buyer-centre.md 2). */
export function listInstances(
  actor: Actor,
  filters: InstanceFilters,
  size = PAGE_SIZE,
): Promise<Page<InstanceItem>> {
  return withActor(actor, async ({ tx }) => {
    const rows = await tx
      .select({ row: instances, orderState: orders.state })
      .from(instances)
      .innerJoin(orders, eq(orders.id, instances.orderId))
      .where(
        and(
          own(actor),
          matching(filters),
          filters.after ? lt(instances.id, filters.after) : undefined,
        ),
      )
      .orderBy(desc(instances.id))
      .limit(size + 1);
    const items = rows.map(({ row, orderState }) => ({ ...row, orderState }));
    return pageOf(items, (item) => item.id, size);
  });
}

/** How many match, up to the cap. */
export function countInstances(actor: Actor, filters: InstanceFilters): Promise<number> {
  return withActor(actor, ({ tx }) =>
    cappedCount(tx, instances, and(own(actor), matching(filters))),
  );
}

export interface InstanceDetail {
  row: InstanceRow;
  order: typeof orders.$inferSelect;
  line: typeof orderLines.$inferSelect;
  /** How to reach the merchant; its card. */
  merchant: typeof merchantCards.$inferSelect | undefined;
  /** The guide on how to use the service; nothing once the product is off the shelf. */
  guideFileId: string | undefined;
  /** Everything that was handed in while the service was delivered. */
  documents: (typeof supervisionDocuments.$inferSelect)[];
}

/** One purchased service with its order, contacts and documents; nothing for who may not see it. */
export function getInstance(actor: Actor, id: string): Promise<InstanceDetail | undefined> {
  return withActor(actor, async ({ tx }) => {
    const [found] = await tx
      .select({
        row: instances,
        order: orders,
        line: orderLines,
        merchant: merchantCards,
        content: products.content,
      })
      .from(instances)
      .innerJoin(orders, eq(orders.id, instances.orderId))
      .innerJoin(orderLines, eq(orderLines.id, instances.orderLineId))
      .leftJoin(merchantCards, eq(merchantCards.merchantId, instances.merchantId))
      .leftJoin(products, eq(products.id, instances.productId))
      .where(and(own(actor), eq(instances.id, id)));
    if (!found) return undefined;
    const { row, order, line, merchant, content } = found;
    const documents = row.supervisionId
      ? await tx
          .select()
          .from(supervisionDocuments)
          .where(eq(supervisionDocuments.supervisionId, row.supervisionId))
          .orderBy(desc(supervisionDocuments.roundId), asc(supervisionDocuments.position))
      : [];
    return {
      row,
      order,
      line,
      merchant: merchant ?? undefined,
      guideFileId: content?.guideFileId || undefined,
      documents,
    };
  });
}
