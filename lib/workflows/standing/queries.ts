import { and, desc, eq, ilike, lt, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { merchants, standings, violations } from '@/db/schema';
import { STANDING_STATES, type StandingState } from '@/db/schema/standing';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { type Context, withActor } from '@/lib/engine/with-actor';
import { contains, textFilter } from '@/lib/list/filters';
import { COUNT_CAP, PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import { type Standing, standingOf } from '@/lib/records/standing/gate';
import { settingReader } from '@/lib/settings/read';
import { addMonths } from '@/lib/time/add-months';

/** How many points at least. */
export const POINT_STEPS = ['1', '10', '30', '50'] as const;

export const standingFilters = z.object({
  q: textFilter,
  state: z.enum(STANDING_STATES).optional().catch(undefined),
  points: z.enum(POINT_STEPS).optional().catch(undefined),
});
export type StandingFilters = z.infer<typeof standingFilters>;

/** Points count from here on. */
async function countedFrom({ tx, now }: Context): Promise<{ from: Date; months: number }> {
  const setting = settingReader(tx, now);
  const months = await setting('standing.pointsMonths');
  return { from: addMonths(now, -months, await setting('site.timeZone')), months };
}

const pointsSince = (from: Date, merchantId: SQL | typeof merchants.id) => sql<number>`coalesce((
  select sum(${violations.points}) from ${violations}
  where ${violations.merchantId} = ${merchantId} and ${violations.state} <> 'revoked'
    and ${violations.recordedAt} > ${from.toISOString()}::timestamptz), 0)::int`;

export interface MerchantStanding extends Standing {
  /** Row of the standing, when anything ever happened. */
  id: string | null;
  since: Date | null;
  points: number;
  /** Months over which points are counted. */
  months: number;
  /** From here on the cooperation may be ended. */
  limit: number;
  now: Date;
}

async function readStanding(context: Context, merchantId: string): Promise<MerchantStanding> {
  const { tx, now } = context;
  const [row] = await tx
    .select({ id: standings.id, since: standings.stateSince })
    .from(standings)
    .where(eq(standings.merchantId, merchantId));
  const { from, months } = await countedFrom(context);
  const [sum] = await tx.execute<{ points: number }>(
    sql`select ${pointsSince(from, sql`${merchantId}`)} as points`,
  );
  return {
    ...(await standingOf(tx, merchantId)),
    id: row?.id ?? null,
    since: row?.since ?? null,
    points: Number(sum?.points ?? 0),
    months,
    limit: await settingReader(tx, now)('standing.pointsLimit'),
    now,
  };
}

/** The standing of the merchant whose hat is on; nothing without the permission. */
export async function getOwnStanding(actor: Actor): Promise<MerchantStanding | undefined> {
  if (actor.kind !== 'member' || !can(actor, 'standing.read')) return undefined;
  return withActor(actor, (context) => readStanding(context, actor.merchantId));
}

/** What every member is told of a list, an expulsion or an exit, whatever else it may see. */
export async function getStandingNotice(actor: Actor): Promise<Standing | undefined> {
  if (actor.kind !== 'member') return undefined;
  const standing = await withActor(actor, ({ tx }) => standingOf(tx, actor.merchantId));
  return standing.state === 'good' ? undefined : standing;
}

/** The standing of one merchant for staff. */
export async function getMerchantStanding(
  actor: Actor,
  merchantId: string,
): Promise<MerchantStanding | undefined> {
  if (actor.kind !== 'operator' || !can(actor, 'standing.read')) return undefined;
  return withActor(actor, (context) => readStanding(context, merchantId));
}

export interface StandingListRow {
  id: string;
  name: string;
  state: StandingState;
  until: Date | null;
  reason: string | null;
  since: Date | null;
  points: number;
}

const stateOf = sql<StandingState>`coalesce(${standings.state}, 'good')`;

function matching({ q, state, points }: StandingFilters, from: Date): SQL | undefined {
  const least = points && Number(points);
  return and(
    q ? or(ilike(merchants.name, contains(q)), eq(merchants.id, q)) : undefined,
    state ? sql`${stateOf} = ${state}` : undefined,
    least ? sql`${pointsSince(from, merchants.id)} >= ${least}` : undefined,
  );
}

const isStaff = (actor: Actor) => actor.kind === 'operator' && can(actor, 'standing.read');

/** Merchants with their standing and points, newest merchant first, for staff. */
export async function listStandings(
  actor: Actor,
  filters: StandingFilters,
  after?: string,
  size = PAGE_SIZE,
): Promise<Page<StandingListRow>> {
  if (!isStaff(actor)) return { rows: [] };
  return withActor(actor, async (context) => {
    const { from } = await countedFrom(context);
    const rows = await context.tx
      .select({
        id: merchants.id,
        name: merchants.name,
        state: stateOf,
        until: standings.until,
        reason: standings.reason,
        since: standings.stateSince,
        points: pointsSince(from, merchants.id),
      })
      .from(merchants)
      .leftJoin(standings, eq(standings.merchantId, merchants.id))
      .where(and(matching(filters, from), after ? lt(merchants.id, after) : undefined))
      .orderBy(desc(merchants.id))
      .limit(size + 1);
    return pageOf(rows, (row) => row.id, size);
  });
}

/** How many match, up to the cap. */
export async function countStandings(actor: Actor, filters: StandingFilters): Promise<number> {
  if (!isStaff(actor)) return 0;
  return withActor(actor, async (context) => {
    const { from } = await countedFrom(context);
    return countMatching(context.tx, matching(filters, from));
  });
}

async function countMatching(tx: Tx, where: SQL | undefined): Promise<number> {
  const capped = tx
    .select({ one: sql`1`.as('one') })
    .from(merchants)
    .leftJoin(standings, eq(standings.merchantId, merchants.id))
    .where(where)
    .limit(COUNT_CAP)
    .as('capped');
  const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(capped);
  return row?.count ?? 0;
}
