import { and, asc, getTableColumns, inArray, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { appendEvidenceMany } from '@/lib/audit/append';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { clearDeadlines } from '@/lib/deadlines/arm';
import { putOutboxMany } from '@/lib/outbox/put';
import { owns, type Workflow, type WorkflowOf } from './bind';
import type { GuardContext, WorkflowRow } from './define';
import { keyColumns } from './settle';
import { type Context, openFence } from './with-actor';

/** An event that moves many rows alike: no effect, no input, no review, and nothing due where it leads. */
function requirePlain({ machine, binding }: Workflow, event: string) {
  const spec = machine.events[event];
  if (!spec || spec.from === 'none') throw new Error(`${machine.noun}.${event} moves no rows`);
  if (spec.input || spec.rearm || machine.review || binding.effects?.[event])
    throw new Error(`${machine.noun}.${event} is more than a move`);
  return spec;
}

/**
 * Fires one plain event on many rows in a few statements, inside an open transaction: as `fireIn` for each, with
 * deadlines, evidence and outbox per row. Rows that are gone, elsewhere or forbidden, and rows that a guard holds
 * back, are passed over.
 * @param facts what holds for every one of the rows, read under their locks
 * @returns how many were moved
 */
export function fireMany<Event extends string, Row extends WorkflowRow>(
  context: Context,
  actor: Actor,
  workflow: WorkflowOf<Event, Row>,
  event: NoInfer<Event>,
  ids: readonly string[],
  facts: () => Promise<unknown>,
): Promise<number> {
  return fireManyAny(context, actor, workflow, event, ids, facts);
}

async function fireManyAny(
  { tx, now }: Context,
  actor: Actor,
  workflow: Workflow,
  event: string,
  ids: readonly string[],
  facts: () => Promise<unknown>,
): Promise<number> {
  const { machine, binding } = workflow;
  const spec = requirePlain(workflow, event);
  const { id: key, version } = keyColumns(binding.table);
  const { state } = getTableColumns(binding.table) as unknown as Record<'state', PgColumn>;
  const rows = (await tx
    .select()
    .from(binding.table)
    .where(and(inArray(key, [...ids]), inArray(state, [...spec.from])))
    .orderBy(asc(key))
    .for('update')) as unknown as WorkflowRow[];
  await openFence(tx);
  const known = await facts();
  const moves = rows.flatMap((row) => {
    const subject = machine.subject?.(row);
    if (!owns(actor, binding.tenant(row))) return [];
    if (!spec.by.some((permission) => can(actor, permission, subject))) return [];
    const guarded: GuardContext<WorkflowRow, unknown> = { row, input: {}, facts: known, now };
    if (spec.guards?.some((guard) => guard(guarded))) return [];
    return [{ row, to: typeof spec.to === 'string' ? spec.to : spec.to.choose(guarded) }];
  });
  for (const to of new Set(moves.map((move) => move.to))) {
    if (machine.deadlines?.[to]) throw new Error(`${machine.noun}.${to} has deadlines of its own`);
    const moved = moves.filter((move) => move.to === to).map(({ row }) => row);
    await tx
      .update(binding.table)
      .set({
        state: to,
        stateSince: now,
        dueAt: null,
        updatedAt: now,
        version: sql`${version} + 1`,
      } as never)
      .where(
        inArray(
          key,
          moved.map(({ id }) => id),
        ),
      );
  }
  const { noun } = machine;
  await clearDeadlines(tx, { noun, subjectIds: moves.map(({ row }) => row.id) });
  const evidenceIds = await appendEvidenceMany(
    tx,
    moves.map(({ row, to }) => ({
      stream: binding.stream(row),
      at: now,
      actor,
      noun,
      subjectId: row.id,
      event,
      fromState: row.state,
      toState: to,
      data: { changes: {} },
      tenant: binding.tenant(row),
    })),
  );
  for (const audience of spec.notify) {
    await putOutboxMany(
      tx,
      moves.map(({ row }, at) => ({
        noun,
        subjectId: row.id,
        event,
        audience,
        evidenceId: evidenceIds[at] ?? '',
        params: {},
        at: now,
        tenant: binding.tenant(row),
      })),
    );
  }
  return moves.length;
}
