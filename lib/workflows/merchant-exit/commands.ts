import { and, eq, sql } from 'drizzle-orm';
import { merchantExits, merchants } from '@/db/schema';
import { system } from '@/lib/auth/actor';
import { bindWorkflow } from '@/lib/engine/bind';
import { command } from '@/lib/engine/fire';
import { opening } from '@/lib/engine/open';
import { forbidden } from '@/lib/errors';
import { lockStanding } from '@/lib/records/standing/gate';
import { ensureStanding, moveStandingIn } from '@/lib/workflows/standing/commands';
import { merchantExit } from './machine';
import { readObstacles } from './obstacles';

export const merchantExitWorkflow = bindWorkflow(merchantExit, {
  table: merchantExits,
  stream: (row) => `merchant:${row.merchantId}`,
  tenant: (row) => ({ merchantId: row.merchantId }),
  title: (row) => row.merchantName,
  facts: async ({ tx, now, actor, row, event }) => {
    if (event !== 'request' && event !== 'approve') return {};
    const merchantId = row?.merchantId ?? (actor.kind === 'member' ? actor.merchantId : '');
    if (event === 'approve') await ensureStanding({ tx, now }, merchantId);
    // Who places an order or publishes holds the standing until it commits: what it did is seen here, or it waits and
    // is refused.
    await lockStanding(tx, merchantId);
    const [open] = await tx
      .select({ id: merchantExits.id })
      .from(merchantExits)
      .where(
        and(eq(merchantExits.merchantId, merchantId), eq(merchantExits.state, 'pendingReview')),
      );
    return {
      obstacles: (await readObstacles(tx, merchantId)).map(({ kind }) => kind),
      alreadyOpen: event === 'request' && open !== undefined,
    };
  },
  effects: {
    request: async ({ tx, now, actor, input }) => {
      if (actor.kind !== 'member') throw forbidden();
      const { merchantId, accountId } = actor;
      const [merchant] = await tx.select().from(merchants).where(eq(merchants.id, merchantId));
      if (!merchant || merchant.exitedAt) throw forbidden();
      const [past] = await tx
        .select({ count: sql<number>`count(*)::int` })
        .from(merchantExits)
        .where(eq(merchantExits.merchantId, merchantId));
      return {
        merchantId,
        merchantName: merchant.name,
        accountId,
        reason: input.reason,
        round: (past?.count ?? 0) + 1,
        submittedAt: now,
      };
    },
    // The account never applies again (the gates read it); members read on, and the shop is gone.
    approve: async ({ tx, now, row, input }) => {
      const by = system(`merchantExit ${row.id}`);
      await moveStandingIn({ tx, now }, by, 'leave', row.merchantId, {});
      await tx
        .update(merchants)
        .set({ exitedAt: now, version: sql`${merchants.version} + 1`, updatedAt: now })
        .where(eq(merchants.id, row.merchantId));
      return { opinion: input.opinion || null, decidedAt: now };
    },
    reject: async ({ now, input }) => ({ opinion: input.opinion, decidedAt: now }),
  },
});

/**
 * Asks to leave; refused while anything is in the way (`merchantExit.error.request.<obstacle>`).
 * `(actor, { reason, understood })`
 */
export const requestExit = opening(merchantExitWorkflow, 'request');
export const withdrawExit = command(merchantExitWorkflow, 'withdraw');
/** Lets the merchant go, if still nothing is in the way. Reviewers decide through the queue. */
export const approveExit = command(merchantExitWorkflow, 'approve');
export const rejectExit = command(merchantExitWorkflow, 'reject');
