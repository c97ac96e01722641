import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import type { Machine, Party, WorkflowRow } from './define';

export interface NextStep {
  /** Whose move it is; null when nobody must act. */
  party: Party | null;
  /** Catalog key that says what they must do: `<noun>.next.<state>`. */
  key: string;
  dueAt: Date | null;
  overdue: boolean;
  /** Event that happens by itself at `dueAt`, for `<noun>.event.<event>`. */
  byItself: string | null;
}

/** Who must act, on what, by when, and what happens by itself if nobody does (design 3.5). */
export function whoIsNext(machine: Machine, row: WorkflowRow, now: Date): NextStep {
  const deadlines = machine.deadlines?.[row.state] ?? [];
  const byItself =
    deadlines.find((spec) => !spec.early && (!spec.when || spec.when(row)))?.fire ?? null;
  return {
    party: machine.turn[row.state] ?? null,
    key: `${machine.noun}.next.${row.state}`,
    dueAt: row.dueAt,
    overdue: row.dueAt !== null && row.dueAt <= now,
    byItself,
  };
}

/** Events that this actor may fire from here; a page asks it which buttons to show. */
export function allowedEvents(machine: Machine, row: WorkflowRow, actor: Actor): string[] {
  const subject = machine.subject?.(row);
  return Object.entries(machine.events)
    .filter(
      ([, spec]) =>
        spec.from !== 'none' &&
        spec.from.includes(row.state) &&
        spec.by.some((permission) => can(actor, permission, subject)),
    )
    .map(([event]) => event);
}
