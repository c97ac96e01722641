import { and, asc, desc, eq, gte, inArray, lt, type SQL } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import {
  merchantCards,
  orderLines,
  orders,
  supervisionDocuments,
  supervisionRounds,
  supervisions,
} from '@/db/schema';
import { SUPERVISION_STATES } from '@/db/schema/supervision';
import type { Actor } from '@/lib/auth/actor';
import type { Party } from '@/lib/engine/define';
import { withActor } from '@/lib/engine/with-actor';
import { newestAlong } from '@/lib/list/along';
import { cappedCount } from '@/lib/list/count';
import { inIndexOrder } from '@/lib/list/index-order';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import { ownRows } from '@/lib/list/own-rows';
import { settingReader } from '@/lib/settings/read';
import { momentOf } from '@/lib/time/zoned';
import { type Carrier, countFound, findIds, holds } from '@/lib/workflows/order/search';
import type { SupervisionFilters } from './filters';
import { type SupervisionRow, supervision } from './machine';

const columns = {
  merchant: supervisions.merchantId,
  buyer: supervisions.buyerId,
  product: supervisions.productId,
};
const own = (actor: Actor) => ownRows(actor, 'supervision.read', columns);

/** A record carries the names of its order. */
export const inRecords: Carrier = {
  table: supervisions,
  id: supervisions.id,
  number: supervisions.orderNumber,
  names: {
    customer: { name: supervisions.buyerName, ref: supervisions.buyerId },
    account: { name: supervisions.accountName, ref: supervisions.buyerId },
    product: { name: supervisions.productName, ref: supervisions.productId },
    merchant: { name: supervisions.merchantName, ref: supervisions.merchantId },
  },
};

/** Nodes at which a party must act. */
export const nodesOf = (party: Party): SupervisionRow['state'][] =>
  SUPERVISION_STATES.filter((state) => supervision.turn[state] === party);

/** A row of a list: the record and the state of its order. */
export interface SupervisionItem extends SupervisionRow {
  orderState: (typeof orders.$inferSelect)['state'];
}

const DAY = 86_400_000;

/** The states that the filters leave; nothing when they leave all. */
function statesOf({ node, turn }: SupervisionFilters): SupervisionRow['state'][] | undefined {
  if (!node && !turn) return undefined;
  const asked = turn ? nodesOf(turn) : SUPERVISION_STATES;
  const open = (state: SupervisionRow['state']) => !supervision.end.some((end) => end === state);
  return asked.filter((state) => !node || (node === 'open' ? open(state) : state === node));
}

/** What an index answers of the filters. */
function matching(filters: SupervisionFilters, timeZone: string): SQL | undefined {
  const from = filters.from && momentOf(filters.from, timeZone);
  const to = filters.to && momentOf(filters.to, timeZone);
  const states = statesOf(filters);
  return and(
    states && inArray(supervisions.state, states),
    from ? gte(supervisions.orderedAt, from) : undefined,
    to ? lt(supervisions.orderedAt, new Date(to.getTime() + DAY)) : undefined,
    filters.after ? lt(supervisions.id, filters.after) : undefined,
  );
}

/** Which rows a list of so many reads: what was typed is looked up, and several states are read each by its index. */
async function newest(
  tx: Tx,
  actor: Actor,
  filters: SupervisionFilters,
  scope: SQL | undefined,
  size: number,
): Promise<SQL | undefined> {
  const typed = { q: filters.q };
  if (actor.kind === 'buyer') return and(scope, holds(actor, inRecords, typed));
  if (filters.q)
    return inArray(supervisions.id, await findIds(tx, inRecords, { actor, scope, typed }, size));
  const states = statesOf(filters);
  if (!states) return scope;
  const along = { ...inRecords, by: supervisions.state, values: states, where: scope };
  return inArray(supervisions.id, await inIndexOrder(tx, () => newestAlong(tx, along, size)));
}

/** Supervised orders of the actor, newest first (service-supervision.md 3). */
export function listSupervisions(
  actor: Actor,
  filters: SupervisionFilters,
  size = PAGE_SIZE,
): Promise<Page<SupervisionItem> & { now: Date }> {
  return withActor(actor, async ({ tx, now }) => {
    const timeZone = await settingReader(tx, now)('site.timeZone');
    const scope = and(own(actor), matching(filters, timeZone));
    const rows = await tx
      .select({ row: supervisions, orderState: orders.state })
      .from(supervisions)
      .innerJoin(orders, eq(orders.id, supervisions.orderId))
      .where(await newest(tx, actor, filters, scope, size + 1))
      .orderBy(desc(supervisions.id))
      .limit(size + 1);
    const items = rows.map(({ row, orderState }) => ({ ...row, orderState }));
    return { ...pageOf(items, (item) => item.id, size), now };
  });
}

/** How many match, up to the cap. */
export function countSupervisions(actor: Actor, filters: SupervisionFilters): Promise<number> {
  return withActor(actor, async ({ tx, now }) => {
    const timeZone = await settingReader(tx, now)('site.timeZone');
    const scope = and(own(actor), matching({ ...filters, after: undefined }, timeZone));
    const typed = { q: filters.q };
    return filters.q && actor.kind !== 'buyer'
      ? countFound(tx, inRecords, { actor, scope, typed })
      : cappedCount(tx, supervisions, and(scope, holds(actor, inRecords, typed)));
  });
}

export interface SupervisionRound {
  round: typeof supervisionRounds.$inferSelect;
  documents: (typeof supervisionDocuments.$inferSelect)[];
}

export interface SupervisionDetail {
  row: SupervisionRow;
  order: typeof orders.$inferSelect;
  lines: (typeof orderLines.$inferSelect)[];
  /** Latest first. */
  rounds: SupervisionRound[];
  /** How the buyer reaches the merchant. */
  merchant: typeof merchantCards.$inferSelect | undefined;
  now: Date;
}

/** One record with everything both parties see of it; nothing for who may not see it. */
export function getSupervision(actor: Actor, id: string): Promise<SupervisionDetail | undefined> {
  return withActor(actor, async ({ tx, now }) => {
    const [found] = await tx
      .select({ row: supervisions, order: orders, merchant: merchantCards })
      .from(supervisions)
      .innerJoin(orders, eq(orders.id, supervisions.orderId))
      .leftJoin(merchantCards, eq(merchantCards.merchantId, supervisions.merchantId))
      .where(and(own(actor), eq(supervisions.id, id)));
    if (!found) return undefined;
    const lines = await tx
      .select()
      .from(orderLines)
      .where(eq(orderLines.orderId, found.order.id))
      .orderBy(asc(orderLines.id));
    const rounds = await tx
      .select()
      .from(supervisionRounds)
      .where(eq(supervisionRounds.supervisionId, id))
      .orderBy(desc(supervisionRounds.submittedAt), desc(supervisionRounds.id));
    const documents = await tx
      .select()
      .from(supervisionDocuments)
      .where(eq(supervisionDocuments.supervisionId, id))
      .orderBy(asc(supervisionDocuments.position), asc(supervisionDocuments.id));
    return {
      ...found,
      merchant: found.merchant ?? undefined,
      lines,
      rounds: rounds.map((round) => ({
        round,
        documents: documents.filter(({ roundId }) => roundId === round.id),
      })),
      now,
    };
  });
}

/** The record of an order, for links from its page. */
export function getSupervisionOfOrder(
  actor: Actor,
  orderId: string,
): Promise<SupervisionRow | undefined> {
  return withActor(actor, async ({ tx }) => {
    const [row] = await tx
      .select()
      .from(supervisions)
      .where(and(own(actor), eq(supervisions.orderId, orderId)));
    return row;
  });
}

/** Where the deliveries of some orders stand. */
export interface OrderSteps {
  /** By order; what is delivered without supervision is missing. */
  steps: Map<string, Pick<SupervisionRow, 'state' | 'dueAt'>>;
  now: Date;
}

/** Where the deliveries of the orders of one list page stand, in one query; nothing for who may not read them. */
export function listStepsOfOrders(actor: Actor, orderIds: readonly string[]): Promise<OrderSteps> {
  return withActor(actor, async ({ tx, now }) => {
    const rows = orderIds.length
      ? await tx
          .select({
            orderId: supervisions.orderId,
            state: supervisions.state,
            dueAt: supervisions.dueAt,
          })
          .from(supervisions)
          .where(and(own(actor), inArray(supervisions.orderId, [...orderIds])))
      : [];
    return { steps: new Map(rows.map(({ orderId, ...step }) => [orderId, step])), now };
  });
}
