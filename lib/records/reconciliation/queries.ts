import { desc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { accounts, reconciliations } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import type { Reconciliation } from '@/lib/money/reconcile';
import { keptResult } from './schema';

/** Runs that are kept, and shown. */
export const RUNS_KEPT = 90;

const COLUMNS = {
  id: reconciliations.id,
  requestedAt: reconciliations.requestedAt,
  requestedBy: reconciliations.requestedBy,
  startedAt: reconciliations.startedAt,
  endedAt: reconciliations.endedAt,
  differences: reconciliations.differences,
};

/** A run without what it found. */
export type ReconciliationRun = Pick<typeof reconciliations.$inferSelect, keyof typeof COLUMNS>;

/** … with the name of who asked; null for the daily run. */
export type NamedRun = ReconciliationRun & { requester: string | null };

/** The run under way, if there is one. */
export async function runUnderWay(tx: Tx): Promise<ReconciliationRun | undefined> {
  const [row] = await tx
    .select(COLUMNS)
    .from(reconciliations)
    .where(isNull(reconciliations.endedAt));
  return row;
}

/** The newest run, under way or ended. */
export async function newestRun(tx: Tx): Promise<ReconciliationRun | undefined> {
  const [row] = await tx
    .select(COLUMNS)
    .from(reconciliations)
    .orderBy(desc(reconciliations.id))
    .limit(1);
  return row;
}

/** The runs that are kept, newest first; nothing for who may not see the ledger. */
export async function listReconciliations(actor: Actor): Promise<NamedRun[]> {
  if (!can(actor, 'ledger.read')) return [];
  return withActor(actor, ({ tx }) =>
    tx
      .select({ ...COLUMNS, requester: accounts.name })
      .from(reconciliations)
      .leftJoin(accounts, eq(accounts.id, reconciliations.requestedBy))
      .orderBy(desc(reconciliations.id)),
  );
}

/** What a run found; nothing while it is under way and for who may not see the ledger. */
export async function getReconciliationResult(
  actor: Actor,
  id: string,
): Promise<Reconciliation | undefined> {
  if (!can(actor, 'ledger.read')) return undefined;
  return withActor(actor, async ({ tx }) => {
    const [row] = await tx
      .select({ result: reconciliations.result })
      .from(reconciliations)
      .where(eq(reconciliations.id, id));
    return row?.result ? keptResult(row.result) : undefined;
  });
}
