import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { DomainError, forbidden, notFound, refused } from '@/lib/errors';
import { settingReader } from '@/lib/settings/read';
import { type EffectContext, owns, type Recording, type Workflow, type WorkflowOf } from './bind';
import type { GuardContext, WorkflowRow } from './define';
import { meanwhile } from './meanwhile';
import { parseInput } from './parse';
import { lockRow, settle, writeRow } from './settle';
import { type Context, openFence, withActor } from './with-actor';

export interface FireOptions {
  /** The version the person saw; another one is refused as stale. */
  version?: number;
}

/**
 * Fires an event on a row: theirs? may they? from here? input, guards, effect, state, deadlines, evidence, outbox,
 * all in one transaction.
 * @throws DomainError notFound, forbidden, stale, wrongState, invalid, refused
 */
export function fire<Event extends string, Row extends WorkflowRow>(
  actor: Actor,
  workflow: WorkflowOf<Event, Row>,
  event: NoInfer<Event>,
  id: string,
  input?: unknown,
  options: FireOptions = {},
): Promise<Row> {
  return withActor(actor, (context) => fireIn(context, actor, workflow, event, id, input, options));
}

/** As `fire`, inside a transaction that is already open; effects call earlier workflows with it. */
export function fireIn<Event extends string, Row extends WorkflowRow>(
  context: Context,
  actor: Actor,
  workflow: WorkflowOf<Event, Row>,
  event: NoInfer<Event>,
  id: string,
  input?: unknown,
  options: FireOptions = {},
): Promise<Row> {
  return fireAny(context, actor, workflow, event, id, input, options) as Promise<Row>;
}

async function fireAny(
  { tx, now }: Context,
  actor: Actor,
  workflow: Workflow,
  event: string,
  id: string,
  input: unknown,
  options: FireOptions,
): Promise<WorkflowRow> {
  const { machine, binding } = workflow;
  const spec = machine.events[event];
  if (!spec) throw new Error(`${machine.noun} has no event ${event}`);

  const row = await lockRow(tx, binding.table, id);
  if (!row || !owns(actor, binding.tenant(row))) throw notFound();
  const subject = machine.subject?.(row);
  if (!spec.by.some((permission) => can(actor, permission, subject))) throw forbidden();
  const known = { noun: machine.noun, state: row.state, since: row.stateSince };
  if (options.version !== undefined && options.version !== row.version) {
    const { noun } = machine;
    throw new DomainError('stale', {
      params: known,
      meanwhile: await meanwhile(tx, noun, row.id, row.version - options.version),
    });
  }
  if (spec.from === 'none' || !spec.from.includes(row.state)) {
    throw new DomainError('wrongState', { params: known });
  }
  const parsed = parseInput(spec.input, input);

  await openFence(tx);
  const setting = settingReader(tx, now);
  const facts =
    (await binding.facts?.({ tx, now, actor, row, input: parsed, event, setting })) ?? {};
  const guarded: GuardContext<WorkflowRow, unknown> = { row, input: parsed, facts, now };
  for (const guard of spec.guards ?? []) {
    const complaint = guard(guarded);
    if (complaint) throw refused(`${machine.noun}.error.${event}.${complaint}`);
  }
  const recordings: Recording[] = [];
  const params: Record<string, unknown> = {};
  const context: EffectContext<WorkflowRow, unknown, unknown> = {
    tx,
    now,
    actor,
    row,
    input: parsed,
    facts,
    event,
    setting,
    record: (extra) => recordings.push(extra),
    tell: (values) => Object.assign(params, values),
  };
  const effect = binding.effects?.[event] as
    | ((c: typeof context) => Promise<object | undefined>)
    | undefined;
  const patch = (await effect?.(context)) ?? {};
  const to =
    typeof spec.to === 'string'
      ? spec.to
      : spec.to.choose({ ...guarded, row: { ...row, ...patch } });
  const moved = to !== row.state || spec.rearm ? { state: to, stateSince: now } : {};
  const after = await writeRow(tx, binding.table, row, { ...patch, ...moved, updatedAt: now });
  return settle({
    workflow,
    tx,
    now,
    actor,
    event,
    input: parsed,
    before: row,
    after,
    recordings,
    params,
    setting,
  });
}

/** The door for an event: `export const confirmTopUp = command(topUpWorkflow, 'confirm')`. */
export function command<Event extends string, Row extends WorkflowRow>(
  workflow: WorkflowOf<Event, Row>,
  event: NoInfer<Event>,
) {
  return (actor: Actor, id: string, input?: unknown, options?: FireOptions): Promise<Row> =>
    fire(actor, workflow, event, id, input, options);
}
