import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { forbidden, refused } from '@/lib/errors';
import { type IdKind, newId } from '@/lib/ids';
import { settingReader } from '@/lib/settings/read';
import { type EffectContext, owns, type Recording, type Workflow, type WorkflowOf } from './bind';
import type { WorkflowRow } from './define';
import { parseInput } from './parse';
import { settle } from './settle';
import { type Context, openFence, withActor } from './with-actor';

/**
 * Creates a row by an event whose `from` is `none`. Its effect answers the columns to insert; the tenant they name
 * must be the actor's own.
 * @throws DomainError forbidden, invalid, refused
 */
export function openIn<Event extends string, Row extends WorkflowRow>(
  context: Context,
  actor: Actor,
  workflow: WorkflowOf<Event, Row>,
  event: NoInfer<Event>,
  input?: unknown,
): Promise<Row> {
  return openAny(context, actor, workflow, event, input) as Promise<Row>;
}

async function openAny(
  { tx, now }: Context,
  actor: Actor,
  workflow: Workflow,
  event: string,
  input: unknown,
): Promise<WorkflowRow> {
  const { machine, binding } = workflow;
  const spec = machine.events[event];
  if (spec?.from !== 'none') throw new Error(`${machine.noun}.${event} does not create`);
  if (!spec.by.some((permission) => can(actor, permission))) throw forbidden();
  const parsed = parseInput(spec.input, input);

  await openFence(tx);
  const setting = settingReader(tx, now);
  const facts =
    (await binding.facts?.({ tx, now, actor, row: undefined, input: parsed, event, setting })) ??
    {};
  const stub = { id: newId(machine.noun as IdKind, now) } as WorkflowRow;
  for (const guard of spec.guards ?? []) {
    const complaint = guard({ row: stub, input: parsed, facts, now });
    if (complaint) throw refused(`${machine.noun}.error.${event}.${complaint}`);
  }
  const recordings: Recording[] = [];
  const params: Record<string, unknown> = {};
  const context: EffectContext<WorkflowRow, unknown, unknown> = {
    tx,
    now,
    actor,
    row: stub,
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
  const values = (await effect?.(context)) ?? {};
  const to =
    typeof spec.to === 'string'
      ? spec.to
      : spec.to.choose({ row: { ...stub, ...values }, input: parsed, facts, now });
  const [created] = await tx
    .insert(binding.table)
    .values({
      ...values,
      id: stub.id,
      state: to,
      stateSince: now,
      createdAt: now,
      updatedAt: now,
    } as never)
    .returning();
  const after = created as unknown as WorkflowRow;
  if (!owns(actor, binding.tenant(after))) throw forbidden();
  const scoped = machine.subject?.(after);
  if (!spec.by.some((permission) => can(actor, permission, scoped))) throw forbidden();
  return settle({
    workflow,
    tx,
    now,
    actor,
    event,
    input: parsed,
    before: undefined,
    after,
    recordings,
    params,
    setting,
  });
}

/** The door that creates: `export const requestTopUp = opening(topUpWorkflow, 'open')`. */
export function opening<Event extends string, Row extends WorkflowRow>(
  workflow: WorkflowOf<Event, Row>,
  event: NoInfer<Event>,
) {
  return (actor: Actor, input?: unknown): Promise<Row> =>
    withActor(actor, (context) => openIn(context, actor, workflow, event, input));
}
