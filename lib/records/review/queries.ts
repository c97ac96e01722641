import { and, asc, eq, ilike, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm';
import { accounts, reviewItems } from '@/db/schema';
import { type Actor, accountOf } from '@/lib/auth/actor';
import { can, type Permission } from '@/lib/auth/permissions';
import { type Context, withActor } from '@/lib/engine/with-actor';
import { cappedCount } from '@/lib/list/count';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import { containing } from '@/lib/search/like';
import { WORKFLOWS } from '@/lib/workflows/all';

export type ReviewItem = typeof reviewItems.$inferSelect;

export interface QueueFilter {
  noun?: string;
  q?: string;
  /** `mine`, `free` or `overdue`. */
  show?: string;
  /** Cursor: `dueAt|id` of the last row. */
  after?: string;
  size?: number;
}

/** Nouns whose applications this operator may decide on. */
export function reviewableNouns(actor: Actor): string[] {
  return WORKFLOWS.flatMap(({ machine }) =>
    machine.review && can(actor, machine.review.permission as Permission) ? [machine.noun] : [],
  );
}

function conditions({ now }: Context, actor: Actor, filter: QueueFilter) {
  const nouns = reviewableNouns(actor).filter((noun) => !filter.noun || noun === filter.noun);
  const words = containing(filter.q);
  return and(
    eq(reviewItems.status, 'open'),
    inArray(reviewItems.noun, nouns.length > 0 ? nouns : ['']),
    words
      ? or(ilike(reviewItems.title, words), eq(reviewItems.subjectId, filter.q?.trim() ?? ''))
      : undefined,
    filter.show === 'mine' ? eq(reviewItems.claimedBy, accountOf(actor) ?? '') : undefined,
    filter.show === 'free'
      ? or(isNull(reviewItems.claimedUntil), lt(reviewItems.claimedUntil, now))
      : undefined,
    filter.show === 'overdue' ? lte(reviewItems.dueAt, now) : undefined,
  );
}

/** Free, or held by the actor. */
const notHeld = ({ now }: Context, actor: Actor) =>
  or(
    isNull(reviewItems.claimedUntil),
    lt(reviewItems.claimedUntil, now),
    eq(reviewItems.claimedBy, accountOf(actor) ?? ''),
  );

/** Who has an item: a decision that waits for its undo time, the actor, a colleague, or nobody. */
export function claimStanding(
  actor: Actor,
  item: ReviewItem,
  now: Date,
): 'decided' | 'free' | 'mine' | 'colleague' {
  if (item.decision) return 'decided';
  if (!item.claimedUntil || item.claimedUntil <= now) return 'free';
  return item.claimedBy === accountOf(actor) ? 'mine' : 'colleague';
}

/** Far in the future: applications without a deadline come last. */
const dueOrder = sql`coalesce(${reviewItems.dueAt}, 'infinity'::timestamptz)`;

/** Where a row stands in the queue's order. */
export const queueCursor = (row: ReviewItem): string =>
  `${row.dueAt?.toISOString() ?? 'infinity'}|${row.id}`;

/** The one queue over all applications, overdue first, oldest deadline next (design 3.10). */
export async function listQueue(actor: Actor, filter: QueueFilter = {}): Promise<Page<ReviewItem>> {
  if (!can(actor, 'review.read')) return { rows: [] };
  const size = filter.size ?? PAGE_SIZE;
  const [due = '', id] = filter.after?.split('|') ?? [];
  // A cursor comes from an address, which may say anything.
  const moment = due === 'infinity' || !Number.isNaN(Date.parse(due));
  const beyond =
    moment && id ? sql`(${dueOrder}, ${reviewItems.id}) > (${due}::timestamptz, ${id})` : undefined;
  const rows = await withActor(actor, (context) =>
    context.tx
      .select()
      .from(reviewItems)
      .where(and(conditions(context, actor, filter), beyond))
      .orderBy(dueOrder, asc(reviewItems.id))
      .limit(size + 1),
  );
  return pageOf(rows, queueCursor, size);
}

/** How many wait, up to the cap; for the counter that leads to the same list. */
export async function countQueue(actor: Actor, filter: QueueFilter = {}): Promise<number> {
  if (!can(actor, 'review.read')) return 0;
  return withActor(actor, (context) =>
    cappedCount(context.tx, reviewItems, conditions(context, actor, filter)),
  );
}

/** The most urgent application of the list that waits for a decision and that no colleague holds. */
export async function firstInQueue(
  actor: Actor,
  filter: QueueFilter = {},
): Promise<ReviewItem | undefined> {
  if (!can(actor, 'review.read')) return undefined;
  const [row] = await withActor(actor, (context) =>
    context.tx
      .select()
      .from(reviewItems)
      .where(
        and(
          conditions(context, actor, filter),
          notHeld(context, actor),
          isNull(reviewItems.decision),
        ),
      )
      .orderBy(dueOrder, asc(reviewItems.id))
      .limit(1),
  );
  return row;
}

/** Where a subject stands in the queue: claim, pending decision, round. */
export async function getReviewItem(
  actor: Actor,
  noun: string,
  subjectId: string,
): Promise<ReviewItem | undefined> {
  if (!can(actor, 'review.read')) return undefined;
  const [row] = await withActor(actor, ({ tx }) =>
    tx
      .select()
      .from(reviewItems)
      .where(and(eq(reviewItems.noun, noun), eq(reviewItems.subjectId, subjectId))),
  );
  return row;
}

/** The neighbour of an item in the queue, for the keys n and p; what colleagues work on is passed over. */
export async function neighbourOf(
  actor: Actor,
  item: ReviewItem,
  step: 'next' | 'previous',
): Promise<ReviewItem | undefined> {
  const key = sql`(${dueOrder}, ${reviewItems.id})`;
  const here = sql`(${item.dueAt?.toISOString() ?? 'infinity'}::timestamptz, ${item.id})`;
  const [row] = await withActor(actor, (context) =>
    context.tx
      .select()
      .from(reviewItems)
      .where(
        and(
          conditions(context, actor, {}),
          notHeld(context, actor),
          step === 'next' ? sql`${key} > ${here}` : sql`${key} < ${here}`,
        ),
      )
      .orderBy(
        ...(step === 'next'
          ? [dueOrder, asc(reviewItems.id)]
          : [sql`${dueOrder} desc`, sql`${reviewItems.id} desc`]),
      )
      .limit(1),
  );
  return row;
}

/** The name of the colleague who holds an item. */
export async function getReviewer(actor: Actor, accountId: string): Promise<string> {
  if (!can(actor, 'review.read')) return '';
  const [row] = await withActor(actor, ({ tx }) =>
    tx.select({ name: accounts.name }).from(accounts).where(eq(accounts.id, accountId)),
  );
  return row?.name ?? '';
}
