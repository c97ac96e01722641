import { and, asc, desc, eq, gte, inArray, lt, lte, type SQL, sql } from 'drizzle-orm';
import {
  accounts,
  appealClaims,
  appealDocuments,
  appealRequests,
  appeals,
  orderLines,
  orders,
  supervisions,
} from '@/db/schema';
import { APPEAL_STATES } from '@/db/schema/appeal';
import { type Actor, accountOf } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import type { Party } from '@/lib/engine/define';
import { type Context, withActor } from '@/lib/engine/with-actor';
import { cappedCount } from '@/lib/list/count';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import { ownRows } from '@/lib/list/own-rows';
import { searchQuery } from '@/lib/search/words';
import { settingReader } from '@/lib/settings/read';
import { momentOf } from '@/lib/time/zoned';
import type { SupervisionRow } from '@/lib/workflows/supervision/machine';
import type { AppealFilters } from './filters';
import { type AppealRow, appeal } from './machine';

const own = (actor: Actor) =>
  ownRows(actor, 'appeal.read', {
    merchant: appeals.merchantId,
    buyer: appeals.buyerId,
    product: appeals.productId,
  });

const OPEN = APPEAL_STATES.filter((state) => !appeal.end.includes(state));

const statesOf = (party: Party) => APPEAL_STATES.filter((state) => appeal.turn[state] === party);

const DAY = 86_400_000;

async function matching({ tx, now }: Context, filters: AppealFilters): Promise<SQL | undefined> {
  const timeZone = await settingReader(tx, now)('site.timeZone');
  const query = filters.q ? searchQuery(filters.q) : '';
  const from = filters.from && momentOf(filters.from, timeZone);
  const to = filters.to && momentOf(filters.to, timeZone);
  return and(
    query
      ? sql`to_tsvector('simple', ${appeals.searchText}) @@ to_tsquery('simple', ${query})`
      : undefined,
    filters.state === 'open'
      ? inArray(appeals.state, OPEN)
      : filters.state && eq(appeals.state, filters.state),
    filters.by && eq(appeals.openedBy, filters.by),
    filters.turn && inArray(appeals.state, statesOf(filters.turn)),
    filters.outcome && eq(appeals.outcome, filters.outcome),
    filters.overdue && and(inArray(appeals.state, OPEN), lte(appeals.handleBy, now)),
    from ? gte(appeals.createdAt, from) : undefined,
    to ? lt(appeals.createdAt, new Date(to.getTime() + DAY)) : undefined,
  );
}

/** Appeals of the actor, newest first (service-supervision.md 7). */
export function listAppeals(
  actor: Actor,
  filters: AppealFilters,
  size = PAGE_SIZE,
): Promise<Page<AppealRow> & { now: Date }> {
  return withActor(actor, async (context) => {
    const rows = await context.tx
      .select()
      .from(appeals)
      .where(
        and(
          own(actor),
          await matching(context, filters),
          filters.after ? lt(appeals.id, filters.after) : undefined,
        ),
      )
      .orderBy(desc(appeals.id))
      .limit(size + 1);
    return { ...pageOf(rows, (row) => row.id, size), now: context.now };
  });
}

/** How many match, up to the cap. */
export function countAppeals(actor: Actor, filters: AppealFilters): Promise<number> {
  return withActor(actor, async (context) =>
    cappedCount(context.tx, appeals, and(own(actor), await matching(context, filters))),
  );
}

/** The appeals about one record, newest first. */
export function listAppealsOf(actor: Actor, supervisionId: string): Promise<AppealRow[]> {
  return withActor(actor, ({ tx }) =>
    tx
      .select()
      .from(appeals)
      .where(and(own(actor), eq(appeals.supervisionId, supervisionId)))
      .orderBy(desc(appeals.id))
      .limit(20),
  );
}

export type AppealRequest = typeof appealRequests.$inferSelect;
export type AppealDocument = typeof appealDocuments.$inferSelect;

export interface AppealDetail {
  row: AppealRow;
  record: SupervisionRow;
  order: typeof orders.$inferSelect;
  line: typeof orderLines.$inferSelect;
  /** Oldest first. */
  requests: AppealRequest[];
  documents: AppealDocument[];
  now: Date;
}

/** One appeal with everything both parties see of it; nothing for who may not see it. */
export function getAppeal(actor: Actor, id: string): Promise<AppealDetail | undefined> {
  return withActor(actor, async ({ tx, now }) => {
    const [found] = await tx
      .select({ row: appeals, record: supervisions, order: orders, line: orderLines })
      .from(appeals)
      .innerJoin(supervisions, eq(supervisions.id, appeals.supervisionId))
      .innerJoin(orders, eq(orders.id, appeals.orderId))
      .innerJoin(orderLines, eq(orderLines.orderId, appeals.orderId))
      .where(and(own(actor), eq(appeals.id, id)));
    if (!found) return undefined;
    const requests = await tx
      .select()
      .from(appealRequests)
      .where(eq(appealRequests.appealId, id))
      .orderBy(asc(appealRequests.id));
    const documents = await tx
      .select()
      .from(appealDocuments)
      .where(eq(appealDocuments.appealId, id))
      .orderBy(asc(appealDocuments.id));
    return { ...found, requests, documents, now };
  });
}

/** Who works on an appeal. */
export interface AppealClaim {
  mine: boolean;
  by: string;
  until: Date;
}

/** The arbiter who holds an appeal now, for arbiters only. */
export function getAppealClaim(actor: Actor, id: string): Promise<AppealClaim | undefined> {
  return withActor(actor, async ({ tx, now }) => {
    if (!can(actor, 'appeal.decide')) return undefined;
    const [found] = await tx
      .select({ claim: appealClaims, name: accounts.name })
      .from(appealClaims)
      .innerJoin(accounts, eq(accounts.id, appealClaims.claimedBy))
      .where(eq(appealClaims.appealId, id));
    if (!found || found.claim.claimedUntil <= now) return undefined;
    const { claimedBy, claimedUntil } = found.claim;
    return { mine: claimedBy === accountOf(actor), by: found.name, until: claimedUntil };
  });
}
