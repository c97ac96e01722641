import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { getDatabase } from '@/db/client';
import { clockOffset, reviewItems } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { command } from '@/lib/engine/fire';
import { opening } from '@/lib/engine/open';
import { createBuyer, createMerchant, createOperator } from '@/lib/testing/actors';
import { createTrialTable, trials, trialWorkflow } from '@/lib/testing/trial-workflow';
import { applyDecisions, claimReview, decideReview, undoDecision } from './commands';

vi.mock('@/lib/auth/permissions/platform', async (original) => {
  const { platformPermissions } =
    await original<typeof import('@/lib/auth/permissions/platform')>();
  const { TRIAL_PERMISSIONS } = await import('@/lib/testing/trial-workflow');
  return { platformPermissions: { ...platformPermissions, ...TRIAL_PERMISSIONS } };
});
vi.mock('@/lib/workflows/all', async () => {
  const { trialWorkflow } = await import('@/lib/testing/trial-workflow');
  return { WORKFLOWS: [trialWorkflow], workflowOf: () => trialWorkflow };
});

let buyer: Actor;
let ada: Actor;
let bob: Actor;
let merchantId: string;

beforeAll(async () => {
  await createTrialTable();
  buyer = await createBuyer();
  ada = await createOperator('reviewer');
  bob = await createOperator('reviewer');
  merchantId = (await createMerchant()).merchantId;
});

const moveClock = (seconds: number) =>
  getDatabase()
    .insert(clockOffset)
    .values({ id: 1, seconds })
    .onConflictDoUpdate({ target: clockOffset.id, set: { seconds } });
beforeEach(() => moveClock(0));

const submitted = async () => {
  const row = await opening(trialWorkflow, 'open')(buyer, { merchantId });
  return (await command(trialWorkflow, 'send')(buyer, row.id, { words: 'hello' })).id;
};
const state = async (id: string) =>
  (await getDatabase().select().from(trials).where(eq(trials.id, id)))[0]?.state;
const item = async (id: string) =>
  (await getDatabase().select().from(reviewItems).where(eq(reviewItems.subjectId, id)))[0];
const approve = { event: 'finish', input: {} };

describe('a review', () => {
  it('is held by the colleague who claimed it', async () => {
    const id = await submitted();
    await claimReview(ada, 'topUp', id);
    await expect(claimReview(bob, 'topUp', id)).rejects.toMatchObject({
      detail: { key: 'review.error.claimed' },
    });
    await expect(decideReview(bob, 'topUp', id, approve)).rejects.toMatchObject({
      detail: { key: 'review.error.claimed' },
    });
    await moveClock(16 * 60);
    await claimReview(bob, 'topUp', id);
    expect((await item(id))?.claimedBy).toBe('accountId' in bob ? bob.accountId : '');
  });

  it('goes to one of two who claim at once', async () => {
    const id = await submitted();
    const tries = await Promise.allSettled([
      claimReview(ada, 'topUp', id),
      claimReview(bob, 'topUp', id),
    ]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('takes effect when the undo time is over, not before', async () => {
    const id = await submitted();
    await decideReview(ada, 'topUp', id, approve);
    expect(await state(id)).toBe('waiting');
    await applyDecisions();
    expect(await state(id)).toBe('waiting');
    await moveClock(61);
    await applyDecisions();
    expect(await state(id)).toBe('done');
    await expect(undoDecision(ada, 'topUp', id)).rejects.toMatchObject({
      detail: { key: 'review.error.tooLate' },
    });
  });

  it('can be undone meanwhile, by who decided', async () => {
    const id = await submitted();
    await decideReview(ada, 'topUp', id, approve);
    await expect(undoDecision(bob, 'topUp', id)).rejects.toMatchObject({
      detail: { key: 'review.error.notYours' },
    });
    await undoDecision(ada, 'topUp', id);
    await moveClock(61);
    await applyDecisions();
    expect(await state(id)).toBe('waiting');
  });

  it('goes back to the queue when the subject changed before the decision took effect', async () => {
    const id = await submitted();
    await decideReview(ada, 'topUp', id, approve);
    await getDatabase().update(trials).set({ state: 'draft' }).where(eq(trials.id, id));
    await moveClock(61);
    expect(await applyDecisions()).toBe(0);
    expect(await item(id)).toMatchObject({ decision: null, status: 'open' });
  });

  it('tells at once when the decision is not possible, and is closed to everybody else', async () => {
    const id = await submitted();
    await expect(
      decideReview(ada, 'topUp', id, { event: 'send', input: {} }),
    ).rejects.toMatchObject({ code: 'notFound' });
    await expect(decideReview(buyer, 'topUp', id, approve)).rejects.toMatchObject({
      code: 'notFound',
    });
    await expect(
      decideReview(await createOperator('finance'), 'topUp', id, approve),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await expect(decideReview(ada, 'topUp', id, { ...approve, version: 1 })).rejects.toMatchObject({
      code: 'stale',
    });
    expect((await item(id))?.decision).toBeNull();
  });
});
