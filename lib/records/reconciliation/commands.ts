import { and, desc, eq, isNotNull, lte } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { reconciliations } from '@/db/schema';
import { type Actor, accountOf, system } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { type Changed, change, changeIn } from '@/lib/engine/change';
import { type Context, withActor } from '@/lib/engine/with-actor';
import { forbidden, notFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { reconcile } from '@/lib/money/reconcile';
import { addJob } from '@/lib/worker/add-job';
import { newestRun, type ReconciliationRun, RUNS_KEPT, runUnderWay } from './queries';
import { resultToKeep } from './schema';

const DAY = 86_400_000;
const DAILY = system('daily reconciliation');

const spec = (action: 'request' | 'end') =>
  ({ noun: 'reconciliation', action, permission: 'ledger.read' }) as const;

const done = (
  { id, endedAt, differences }: ReconciliationRun,
  before: object = {},
): Changed<string> => ({
  subjectId: id,
  stream: `reconciliation:${id}`,
  tenant: {},
  before,
  after: { endedAt, differences },
  value: id,
});

const wake = (tx: Tx) => addJob(tx, 'reconcile', {}, { key: 'reconcile' });

/**
 * Asks for a run; a job makes it. While one is under way that one is answered, two at once included.
 * @returns the run's id
 * @throws DomainError forbidden for who may not see the ledger
 */
export async function requestReconciliation(actor: Actor): Promise<string> {
  if (!can(actor, 'ledger.read')) throw forbidden();
  return withActor(actor, (context) => requestIn(context, actor));
}

async function requestIn(context: Context, actor: Actor): Promise<string> {
  const underWay = await runUnderWay(context.tx);
  if (underWay) return underWay.id;
  return changeIn(context, actor, spec('request'), async ({ tx, now }) => {
    const [row] = await tx
      .insert(reconciliations)
      .values({
        id: newId('reconciliation', now),
        requestedAt: now,
        requestedBy: accountOf(actor) ?? null,
      })
      .onConflictDoNothing()
      .returning();
    if (row) {
      await wake(tx);
      return done(row);
    }
    const other = await newestRun(tx);
    if (!other) throw notFound();
    return done(other, other);
  });
}

/**
 * Asks for a run when the newest was asked for a day ago or more. One that is still under way then has lost its job
 * (its tries are used up) and gets a new one.
 * @returns how many runs were put in
 */
export function requestDaily(): Promise<number> {
  return withActor(DAILY, async (context) => {
    const newest = await newestRun(context.tx);
    if (newest && context.now.getTime() - newest.requestedAt.getTime() < DAY) return 0;
    if (newest && !newest.endedAt) await wake(context.tx);
    else await requestIn(context, DAILY);
    return 1;
  });
}

/**
 * Makes the run that was asked for: reads the books, keeps what was found, tells finance of differences, lets go of
 * runs beyond `RUNS_KEPT`. Done again it does nothing. Minutes at a million orders; no row is locked meanwhile.
 */
export async function runReconciliation(): Promise<void> {
  const actor = system('reconciliation requested');
  const underWay = await withActor(actor, ({ tx }) => runUnderWay(tx));
  if (!underWay) return;
  const result = await reconcile(actor);
  const differences = result.checks.reduce((sum, { found }) => sum + found, 0);
  await change(actor, spec('end'), async ({ tx, now }) => {
    const mine = eq(reconciliations.id, underWay.id);
    const [before] = await tx.select().from(reconciliations).where(mine).for('update');
    if (!before) throw notFound();
    // A second job of the same run was quicker.
    if (before.endedAt) return done(before, before);
    const [after] = await tx
      .update(reconciliations)
      .set({ startedAt: result.at, endedAt: now, differences, result: resultToKeep(result) })
      .where(mine)
      .returning();
    if (!after) throw notFound();
    await forgetOld(tx);
    return {
      ...done(after, before),
      notify: differences > 0 ? ['finance'] : [],
    };
  });
}

async function forgetOld(tx: Tx): Promise<void> {
  const [last] = await tx
    .select({ id: reconciliations.id })
    .from(reconciliations)
    .orderBy(desc(reconciliations.id))
    .offset(RUNS_KEPT)
    .limit(1);
  if (!last) return;
  await tx
    .delete(reconciliations)
    .where(and(lte(reconciliations.id, last.id), isNotNull(reconciliations.endedAt)));
}
