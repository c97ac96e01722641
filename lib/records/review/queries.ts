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

/** Far in the future: applications without a deadline come last. */
const dueOrder = sql`coalesce(${reviewItems.dueAt}, 'infinity'::timestamptz)`;

/** The one queue over all applications, overdue first, oldest deadline next (design 3.10). */
export async function listQueue(actor: Actor, filter: QueueFilter = {}): Promise<Page<ReviewItem>> {
  if (!can(actor, 'review.read')) return { rows: [] };
  const [due, id] = filter.after?.split('|') ?? [];
  const beyond =
    due && id ? sql`(${dueOrder}, ${reviewItems.id}) > (${due}::timestamptz, ${id})` : undefined;
  const rows = await withActor(actor, (context) =>
    context.tx
      .select()
      .from(reviewItems)
      .where(and(conditions(context, actor, filter), beyond))
      .orderBy(dueOrder, asc(reviewItems.id))
      .limit(PAGE_SIZE + 1),
  );
  return pageOf(rows, (row) => `${row.dueAt?.toISOString() ?? 'infinity'}|${row.id}`);
}

/** How many wait, up to the cap; for the counter that leads to the same list. */
export async function countQueue(actor: Actor, filter: QueueFilter = {}): Promise<number> {
  if (!can(actor, 'review.read')) return 0;
  return withActor(actor, (context) =>
    cappedCount(context.tx, reviewItems, conditions(context, actor, filter)),
  );
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

/** The neighbour of an item in the queue, for the keys n and p. */
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
