import type { z } from 'zod';
import type { Permission, PermissionSubject } from '@/lib/auth/permissions';
import type { DurationKey } from '@/lib/settings/registry';

/** Columns that every workflow row has (`workflowColumns`). */
export interface WorkflowRow {
  id: string;
  state: string;
  stateSince: Date;
  dueAt: Date | null;
  version: number;
}

/** Whose move it is. */
export type Party = 'buyer' | 'merchant' | 'operations' | 'system';

export interface GuardContext<Row, Facts, Input = unknown> {
  row: Row;
  input: Input;
  facts: Facts;
  now: Date;
}

/** Answers nothing, or the key of its complaint (`<noun>.error.<event>.<complaint>`). */
// biome-ignore lint/suspicious/noExplicitAny: a guard reads the input of its own event only
export type Guard<Row, Facts> = (context: GuardContext<Row, Facts, any>) => string | undefined;

export interface EventSpec<State extends string, Row, Facts> {
  /** States it may leave; `none` creates the row. */
  from: readonly State[] | 'none';
  to:
    | State
    // biome-ignore lint/suspicious/noExplicitAny: as for guards
    | { oneOf: readonly State[]; choose: (context: GuardContext<Row, Facts, any>) => State };
  by: readonly Permission[];
  input?: z.ZodType;
  guards?: readonly Guard<Row, Facts>[];
  /** Audiences that hear of it; written even when empty. */
  notify: readonly string[];
  /** A self-transition that starts the state's deadlines anew. */
  rearm?: true;
}

export interface DeadlineSpec<State extends string, Event extends string, Row> {
  /** Rule that gives the length, counted from entering the state … */
  setting?: DurationKey;
  /** … or the column that holds the moment itself. */
  at?: (row: Row) => Date | null;
  /** Left out for rows it does not concern. */
  when?: (row: Row) => boolean;
  fire: Event;
  /** Fires again after the same length while the state lasts. */
  repeat?: true;
  /** Comes before the state's own end, as a reminder does: it is not what the state is due by. */
  early?: true;
  /** Only documents the state in messages; keeps the type parameter used. */
  state?: State;
}

export interface MachineSpec<State extends string, Event extends string, Row, Facts> {
  noun: string;
  states: readonly State[];
  /** States that nothing leaves. */
  end: readonly State[];
  events: Record<Event, EventSpec<State, Row, Facts>>;
  /** Who must act in each state; null where nobody must. */
  turn: Record<State, Party | null>;
  deadlines?: Partial<Record<State, readonly DeadlineSpec<State, Event, Row>[]>>;
  /** Puts the subject in the operators' queue while it is in `state`. */
  review?: { state: State; approve: Event; reject: Event; permission: Permission };
  /** What permission checks look at, e.g. the product of the row. */
  subject?: (row: Row) => PermissionSubject;
}

export interface Machine<
  State extends string = string,
  Event extends string = string,
  // biome-ignore lint/suspicious/noExplicitAny: walkers hold machines of every row type
  Row = any,
  // biome-ignore lint/suspicious/noExplicitAny: as above
  Facts = any,
  Inputs extends Record<string, unknown> = Record<string, unknown>,
> extends MachineSpec<State, Event, Row, Facts> {
  /** Type only: the parsed input of each event. */
  readonly __inputs?: Inputs;
}

type InputsOf<Events> = {
  [E in keyof Events]: Events[E] extends { input: infer I extends z.ZodType }
    ? z.infer<I>
    : Record<string, never>;
};

/**
 * Declares a workflow as data. Curried, so that row and facts are named and states, events and inputs inferred:
 * `defineMachine<TopUpRow>()({ noun: 'topUp', … })`.
 */
export function defineMachine<Row extends WorkflowRow, Facts = Record<string, never>>() {
  return <
    const State extends string,
    const Events extends Record<string, EventSpec<NoInfer<State>, Row, Facts>>,
  >(
    spec: Omit<MachineSpec<State, Extract<keyof Events, string>, Row, Facts>, 'events'> & {
      events: Events;
    },
  ): Machine<State, Extract<keyof Events, string>, Row, Facts, InputsOf<Events>> =>
    spec as unknown as Machine<State, Extract<keyof Events, string>, Row, Facts, InputsOf<Events>>;
}

/** States that an event may lead to. */
export function targetsOf(spec: EventSpec<string, never, never>): readonly string[] {
  return typeof spec.to === 'string' ? [spec.to] : spec.to.oneOf;
}
