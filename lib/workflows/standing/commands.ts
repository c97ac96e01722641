import { eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { standings } from '@/db/schema';
import { type Actor, system } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { bindWorkflow } from '@/lib/engine/bind';
import { fireIn } from '@/lib/engine/fire';
import { openIn } from '@/lib/engine/open';
import { type Context, withActor } from '@/lib/engine/with-actor';
import { notFound } from '@/lib/errors';
import { lockStanding } from '@/lib/records/standing/gate';
import * as effects from './effects';
import { type StandingRow, standing } from './machine';

export const standingWorkflow = bindWorkflow(standing, {
  table: standings,
  stream: (row) => `merchant:${row.merchantId}`,
  tenant: (row) => ({ merchantId: row.merchantId }),
  title: (row) => row.merchantName,
  facts: async ({ tx, row, event }) => {
    if (row && event !== 'open') await lockStanding(tx, row.merchantId);
    return {};
  },
  effects: {
    open: effects.open,
    yellowList: effects.list,
    blacklist: effects.list,
    expel: effects.expel,
    restore: effects.restore,
    expire: effects.expire,
    leave: effects.leave,
  },
});

async function lockRow(tx: Tx, merchantId: string): Promise<StandingRow | undefined> {
  const [row] = await tx
    .select()
    .from(standings)
    .where(eq(standings.merchantId, merchantId))
    .for('update');
  return row;
}

/**
 * The merchant's standing, locked until the commit; made when the first thing happens. Of two at once the second
 * finds the first's.
 * @throws DomainError notFound for a merchant that is not there
 */
export async function ensureStanding(context: Context, merchantId: string): Promise<StandingRow> {
  const { tx } = context;
  const known = await lockRow(tx, merchantId);
  if (known) return known;
  const turn = `standing.open:${merchantId}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 0))`);
  const meanwhile = await lockRow(tx, merchantId);
  if (meanwhile) return meanwhile;
  return openIn(context, system('standing'), standingWorkflow, 'open', { merchantId });
}

/** Fires an event on the standing of a merchant, in an open transaction; for violations and exits. */
export async function moveStandingIn(
  context: Context,
  actor: Actor,
  event: 'yellowList' | 'blacklist' | 'expel' | 'restore' | 'leave',
  merchantId: string,
  input: unknown,
): Promise<StandingRow> {
  const { id } = await ensureStanding(context, merchantId);
  return fireIn(context, actor, standingWorkflow, event, id, input);
}

/** A decision of an administrator about a merchant; `id` is the merchant's. */
const decision =
  (event: 'yellowList' | 'blacklist' | 'expel' | 'restore') =>
  (actor: Actor, merchantId: string, input: unknown): Promise<StandingRow> =>
    withActor(actor, (context) => {
      // Who may not see it must not make a row either.
      if (actor.kind !== 'operator' || !can(actor, 'standing.read')) throw notFound();
      return moveStandingIn(context, actor, event, merchantId, input);
    });

/** Puts a merchant on the yellow list. `(actor, merchantId, { until, reason })` */
export const yellowListMerchant = decision('yellowList');
/** Puts a merchant on the blacklist: it publishes nothing until then. `(actor, merchantId, { until, reason })` */
export const blacklistMerchant = decision('blacklist');
/** Delists everything and closes the shop for good. `(actor, merchantId, { reason })` */
export const expelMerchant = decision('expel');
/** Takes a merchant off its list early. `(actor, merchantId, { reason })` */
export const restoreMerchant = decision('restore');
