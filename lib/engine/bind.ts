import type { PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from '@/db/client';
import type { EvidenceFile } from '@/db/schema/evidence';
import type { Tenant } from '@/lib/audit/append';
import type { Actor } from '@/lib/auth/actor';
import type { SettingReader } from '@/lib/settings/read';
import type { Machine, WorkflowRow } from './define';

export interface Recording {
  files?: EvidenceFile[];
  data?: Record<string, unknown>;
}

export interface EffectContext<Row, Input, Facts> {
  tx: Tx;
  now: Date;
  actor: Actor;
  /** The locked row as it was before the event; an opening effect has the id only. */
  row: Row;
  input: Input;
  facts: Facts;
  event: string;
  setting: SettingReader;
  /** Adds files and facts to the evidence of this event. */
  record: (extra: Recording) => void;
  /** Values for the notices of this event. */
  tell: (params: Record<string, unknown>) => void;
}

/** What else must be true when the event commits. Answers the columns to write. Never calls the network. */
export type Effect<Row, Input, Facts, Patch = Partial<Row>> = (
  context: EffectContext<Row, Input, Facts>,
  // biome-ignore lint/suspicious/noConfusingVoidType: most effects write no column
) => Promise<Patch | void>;

export interface FactsContext<Row, Input> {
  tx: Tx;
  now: Date;
  actor: Actor;
  row: Row | undefined;
  input: Input;
  event: string;
  setting: SettingReader;
}

export interface Binding<
  State extends string,
  Event extends string,
  Row,
  Facts,
  Inputs extends Record<string, unknown>,
> {
  table: PgTable;
  /** Stream of the evidence, e.g. `order:od_…`. */
  stream: (row: Row) => string;
  tenant: (row: Row) => Tenant;
  /** What a person calls it, for queues and search. */
  title: (row: Row) => string;
  /** What guards need to know from the database; read with the fence open. */
  facts?: (context: FactsContext<Row, Inputs[Event]>) => Promise<Facts>;
  effects?: { [E in Event]?: Effect<Row, Inputs[E], Facts> };
  readonly __state?: State;
}

export interface Workflow<
  State extends string = string,
  Event extends string = string,
  // biome-ignore lint/suspicious/noExplicitAny: the sweep and the walking tests hold workflows of every row type
  Row = any,
  // biome-ignore lint/suspicious/noExplicitAny: as above
  Facts = any,
  // biome-ignore lint/suspicious/noExplicitAny: as above
  Inputs extends Record<string, unknown> = any,
> {
  machine: Machine<State, Event, Row, Facts, Inputs>;
  binding: Binding<State, Event, Row, Facts, Inputs>;
}

/** What the doors of the engine take: any workflow, its events and its rows known by name. */
export type WorkflowOf<Event extends string, Row> = Workflow<
  string,
  Event,
  Row,
  // biome-ignore lint/suspicious/noExplicitAny: who fires an event knows nothing of the facts
  any,
  // biome-ignore lint/suspicious/noExplicitAny: every input is parsed by the event's own schema
  any
>;

/** Ties a machine to its table and effects. */
export function bindWorkflow<
  State extends string,
  Event extends string,
  Row extends WorkflowRow,
  Facts,
  Inputs extends Record<string, unknown>,
>(
  machine: Machine<State, Event, Row, Facts, Inputs>,
  binding: Binding<State, Event, Row, Facts, Inputs>,
): Workflow<State, Event, Row, Facts, Inputs> {
  return { machine, binding };
}

/** First fence: is the row of this actor's tenant? Operators and the system see every row. */
export function owns(actor: Actor, tenant: Tenant): boolean {
  switch (actor.kind) {
    case 'visitor':
      return false;
    case 'buyer':
      return tenant.buyerId === actor.accountId || tenant.accountId === actor.accountId;
    case 'member':
      return tenant.merchantId === actor.merchantId;
    default:
      return true;
  }
}
