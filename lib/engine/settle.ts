import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from '@/db/client';
import { appendEvidence } from '@/lib/audit/append';
import type { Actor } from '@/lib/auth/actor';
import { armDeadlines, clearDeadlines } from '@/lib/deadlines/arm';
import { putOutbox } from '@/lib/outbox/put';
import { closeReview, openReview } from '@/lib/review/track';
import type { SettingReader } from '@/lib/settings/read';
import type { Recording, Workflow } from './bind';
import type { WorkflowRow } from './define';

/** The `id` and `version` columns of a workflow table. */
export function keyColumns(table: PgTable): { id: PgColumn; version: PgColumn } {
  const columns = getTableColumns(table) as unknown as Record<string, PgColumn>;
  if (!columns.id || !columns.version) throw new Error('a workflow table needs id and version');
  return { id: columns.id, version: columns.version };
}

export interface Move {
  workflow: Workflow;
  tx: Tx;
  now: Date;
  actor: Actor;
  event: string;
  input: unknown;
  before: WorkflowRow | undefined;
  after: WorkflowRow;
  recordings: Recording[];
  params: Record<string, unknown>;
  setting: SettingReader;
}

/**
 * What every event leaves behind, in the transaction that moved the row: deadlines, review item, evidence of what
 * was really written, outbox. Answers the row with its due moment.
 */
export async function settle(move: Move): Promise<WorkflowRow> {
  const { workflow, tx, now, before, actor } = move;
  const { machine, binding } = workflow;
  const spec = machine.events[move.event];
  if (!spec) throw new Error(`${machine.noun} has no event ${move.event}`);
  const tenant = binding.tenant(move.after);
  const subject = { noun: machine.noun, subjectId: move.after.id, tenant };
  let after = move.after;

  const enters = !before || before.state !== after.state || spec.rearm === true;
  if (enters) {
    if (before) await clearDeadlines(tx, { noun: machine.noun, subjectIds: [after.id] });
    const dueAt = await armDeadlines({
      tx,
      machine,
      row: after,
      now,
      setting: move.setting,
      subject,
    });
    if (dueAt?.getTime() !== after.dueAt?.getTime()) {
      const { id } = keyColumns(binding.table);
      await tx
        .update(binding.table)
        .set({ dueAt } as never)
        .where(eq(id, after.id));
      after = { ...after, dueAt };
    }
  }
  if (machine.review) {
    const { state, permission } = machine.review;
    if (after.state === state && before?.state !== state) {
      await openReview(tx, {
        ...subject,
        title: binding.title(after),
        permission,
        at: now,
        dueAt: after.dueAt,
      });
    } else if (before?.state === state && after.state !== state) {
      await closeReview(tx, { ...subject, at: now });
    }
  }
  const evidenceId = await appendEvidence(tx, {
    stream: binding.stream(after),
    at: now,
    actor,
    noun: machine.noun,
    subjectId: after.id,
    event: move.event,
    fromState: before?.state ?? null,
    toState: after.state,
    data: {
      ...Object.assign({}, ...move.recordings.map((recording) => recording.data ?? {})),
      changes: changesOf(before, after),
    },
    files: move.recordings.flatMap((recording) => recording.files ?? []),
    tenant,
  });
  for (const audience of spec.notify) {
    await putOutbox(tx, {
      ...subject,
      event: move.event,
      audience,
      evidenceId,
      params: move.params,
      at: now,
    });
  }
  return after;
}

const HOUSEKEEPING = new Set(['state', 'stateSince', 'dueAt', 'version', 'createdAt', 'updatedAt']);

/** Columns that differ, as `[before, after]`; what is secret must not be a column of a workflow table. */
export function changesOf(
  before: object | undefined,
  after: object,
): Record<string, [unknown, unknown]> {
  const old = (before ?? {}) as Record<string, unknown>;
  const changes: Record<string, [unknown, unknown]> = {};
  for (const [key, value] of Object.entries(after)) {
    if (HOUSEKEEPING.has(key)) continue;
    if (plain(old[key]) !== plain(value)) changes[key] = [old[key] ?? null, value];
  }
  return changes;
}

const plain = (value: unknown) =>
  JSON.stringify(value ?? null, (_, item) => (typeof item === 'bigint' ? item.toString() : item));

/** Locks the row of a workflow; row-level security hides rows of others. */
export async function lockRow(
  tx: Tx,
  table: PgTable,
  id: string,
): Promise<WorkflowRow | undefined> {
  const columns = keyColumns(table);
  const [row] = await tx.select().from(table).where(eq(columns.id, id)).for('update');
  return row as unknown as WorkflowRow | undefined;
}

/** Writes a patch to a locked row, one version on. */
export async function writeRow(
  tx: Tx,
  table: PgTable,
  row: WorkflowRow,
  patch: object,
): Promise<WorkflowRow> {
  const columns = keyColumns(table);
  const [after] = await tx
    .update(table)
    .set({ ...patch, version: sql`${columns.version} + 1` } as never)
    .where(and(eq(columns.id, row.id), eq(columns.version, row.version)))
    .returning();
  if (!after) throw new Error('the locked row changed under the lock');
  return after as unknown as WorkflowRow;
}
