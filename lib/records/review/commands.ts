import { and, eq, isNotNull, lte } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { reviewItems } from '@/db/schema';
import { type Actor, accountOf, type Operator, system } from '@/lib/auth/actor';
import { can, type Permission } from '@/lib/auth/permissions';
import { changeIn } from '@/lib/engine/change';
import { fireIn } from '@/lib/engine/fire';
import { type Context, withActor } from '@/lib/engine/with-actor';
import { DomainError, forbidden, notFound, refused } from '@/lib/errors';
import { settingReader } from '@/lib/settings/read';
import { workflowOf } from '@/lib/workflows/all';

type ReviewItem = typeof reviewItems.$inferSelect;

/** Locks an item that the actor may decide on. */
async function lockItem(
  tx: Tx,
  actor: Actor,
  noun: string,
  subjectId: string,
): Promise<ReviewItem> {
  const [item] = await tx
    .select()
    .from(reviewItems)
    .where(and(eq(reviewItems.noun, noun), eq(reviewItems.subjectId, subjectId)))
    .for('update');
  if (!item || actor.kind !== 'operator') throw notFound();
  if (!can(actor, item.permission as Permission)) throw forbidden();
  if (item.status !== 'open') throw refused('review.error.closed');
  return item;
}

/** Takes the item for a while, so that two reviewers do not collide; renews the reviewer's own lease. */
async function claimIn({ tx, now }: Context, actor: Actor, item: ReviewItem): Promise<void> {
  const me = accountOf(actor) as string;
  const held =
    item.claimedBy && item.claimedBy !== me && item.claimedUntil && item.claimedUntil > now;
  if (held) throw refused('review.error.claimed', { until: item.claimedUntil as Date });
  const minutes = await settingReader(tx, now)('review.claimMinutes');
  await tx
    .update(reviewItems)
    .set({ claimedBy: me, claimedUntil: new Date(now.getTime() + minutes * 60_000) })
    .where(eq(reviewItems.id, item.id));
}

/**
 * Claims an item of the queue for the operator (design 3.10).
 * @throws DomainError refused `review.error.claimed` while a colleague holds it
 */
export function claimReview(actor: Actor, noun: string, subjectId: string): Promise<void> {
  return withActor(actor, async (context) => {
    await claimIn(context, actor, await lockItem(context.tx, actor, noun, subjectId));
  });
}

/** Gives a claimed item back to the queue. */
export function releaseReview(actor: Actor, noun: string, subjectId: string): Promise<void> {
  return withActor(actor, async ({ tx }) => {
    const item = await lockItem(tx, actor, noun, subjectId);
    if (item.claimedBy !== accountOf(actor)) throw refused('review.error.notYours');
    await tx
      .update(reviewItems)
      .set({ claimedBy: null, claimedUntil: null })
      .where(eq(reviewItems.id, item.id));
  });
}

class Rehearsed extends Error {}

export interface Decision {
  /** `approve` or `reject` event of the machine. */
  event: string;
  input: Record<string, unknown>;
  /** The version the reviewer saw; another one is refused as stale. */
  version?: number;
}

/**
 * Decides on an item. The event is rehearsed now, so that a wrong input, state or permission is told at once, and
 * takes effect when the undo time is over (setting `review.undoSeconds`; 0 applies it here and now).
 * @returns when the decision takes effect
 */
export function decideReview(
  actor: Actor,
  noun: string,
  subjectId: string,
  decision: Decision,
): Promise<{ appliesAt: Date }> {
  return withActor(actor, async (context) => {
    const { tx, now } = context;
    const workflow = workflowOf(noun);
    const review = workflow?.machine.review;
    if (!workflow || !review) throw notFound();
    if (decision.event !== review.approve && decision.event !== review.reject) throw notFound();
    const item = await lockItem(tx, actor, noun, subjectId);
    if (item.decision) throw refused('review.error.decided');
    await claimIn(context, actor, item);
    const seconds = await settingReader(tx, now)('review.undoSeconds');
    const options = decision.version === undefined ? {} : { version: decision.version };
    if (seconds === 0) {
      await fireIn(context, actor, workflow, decision.event, subjectId, decision.input, options);
      return { appliesAt: now };
    }
    await tx
      .transaction(async (rehearsal) => {
        await fireIn(
          { tx: rehearsal, now },
          actor,
          workflow,
          decision.event,
          subjectId,
          decision.input,
          options,
        );
        throw new Rehearsed();
      })
      .catch((error: unknown) => {
        if (!(error instanceof Rehearsed)) throw error;
      });
    const appliesAt = new Date(now.getTime() + seconds * 1000);
    const { accountId, roles } = actor as Operator;
    await tx
      .update(reviewItems)
      .set({
        decision: {
          event: decision.event,
          input: decision.input,
          by: accountId,
          roles: [...roles],
          at: now.toISOString(),
        },
        appliesAt,
      })
      .where(eq(reviewItems.id, item.id));
    return changeIn(
      context,
      actor,
      { noun: 'reviewItem', action: 'decide', permission: item.permission as Permission },
      async () => ({
        subjectId: item.id,
        stream: `review:${item.id}`,
        tenant: {},
        after: { event: decision.event, subjectId },
        value: { appliesAt },
      }),
    );
  });
}

/**
 * Takes a decision back before it takes effect; only who decided may.
 * @throws DomainError refused `review.error.tooLate` when it took effect meanwhile
 */
export function undoDecision(actor: Actor, noun: string, subjectId: string): Promise<void> {
  return withActor(actor, async (context) => {
    const { tx } = context;
    const item = await lockItem(tx, actor, noun, subjectId).catch((error: unknown) => {
      if (error instanceof DomainError && error.code === 'refused')
        throw refused('review.error.tooLate');
      throw error;
    });
    if (!item.decision) throw refused('review.error.tooLate');
    if (item.decision.by !== accountOf(actor)) throw refused('review.error.notYours');
    await tx
      .update(reviewItems)
      .set({ decision: null, appliesAt: null })
      .where(eq(reviewItems.id, item.id));
    await changeIn(
      context,
      actor,
      { noun: 'reviewItem', action: 'undo', permission: item.permission as Permission },
      async () => ({
        subjectId: item.id,
        stream: `review:${item.id}`,
        tenant: {},
        before: { event: item.decision?.event },
        value: undefined,
      }),
    );
  });
}

/** Applies decisions whose undo time is over, as the operators who took them. Answers how many. */
export async function applyDecisions(limit = 100): Promise<number> {
  const due = await withActor(system('decision sweep'), ({ tx, now }) =>
    tx
      .select()
      .from(reviewItems)
      .where(and(isNotNull(reviewItems.decision), lte(reviewItems.appliesAt, now)))
      .orderBy(reviewItems.appliesAt)
      .limit(limit),
  );
  let applied = 0;
  for (const { noun, subjectId, id } of due) if (await applyOne(noun, subjectId, id)) applied += 1;
  return applied;
}

async function applyOne(noun: string, subjectId: string, id: string): Promise<boolean> {
  const workflow = workflowOf(noun);
  if (!workflow) return false;
  const sweep = system('decision sweep');
  try {
    return await withActor(sweep, async (context) => {
      const [item] = await context.tx
        .select()
        .from(reviewItems)
        .where(
          and(
            eq(reviewItems.id, id),
            isNotNull(reviewItems.decision),
            lte(reviewItems.appliesAt, context.now),
          ),
        )
        .for('update');
      if (!item?.decision) return false;
      const { by, roles, event, input } = item.decision;
      const actor: Actor = { kind: 'operator', accountId: by, roles: roles as Operator['roles'] };
      await fireIn(context, actor, workflow, event, subjectId, input);
      return true;
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    // The world moved on within the undo time: the item goes back to the queue instead of being decided wrongly.
    await withActor(sweep, ({ tx }) =>
      tx.update(reviewItems).set({ decision: null, appliesAt: null }).where(eq(reviewItems.id, id)),
    );
    return false;
  }
}
