import { eq } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import type { Actor } from '@/lib/auth/actor';
import type { Workflow, WorkflowOf } from '@/lib/engine/bind';
import type { WorkflowRow } from '@/lib/engine/define';
import { fire } from '@/lib/engine/fire';
import { createBuyer, createMerchant } from './actors';
import { codeOf } from './refusal';

/** People who have nothing to do with a row. */
export const makeStrangers = async (): Promise<Record<string, Actor>> => ({
  'another buyer': await createBuyer(),
  'another merchant': (await createMerchant()).owner,
  visitor: { kind: 'visitor' },
});

/** Tries an event without looking at its input. */
export const tryEvent = (
  workflow: Workflow,
  actor: Actor,
  event: string,
  id: string,
  input?: unknown,
): Promise<string> =>
  codeOf(fire(actor, workflow as WorkflowOf<string, WorkflowRow>, event, id, input));

/** A row of a workflow with everybody who could try something. */
export interface Tried {
  id: string;
  strangers: Record<string, Actor>;
  people: Record<string, Actor>;
}

/**
 * What holds for every event that moves a row: strangers find nothing, nobody but its parties may fire it, and it is
 * refused in every state that it does not leave.
 * @param holders who may fire each event, by the names of `people`
 * @param state the row's own, which it gets back
 */
export function describeEveryEvent<Event extends string>(
  workflow: Workflow,
  holders: Record<Event, readonly string[]>,
  state: string,
  tried: () => Tried,
): void {
  const { machine, binding } = workflow;
  const events = Object.keys(holders) as Event[];
  const put = (next: string) => {
    const table = binding.table as PgTable & { id: PgColumn };
    return getDatabase()
      .update(table)
      .set({ state: next } as never)
      .where(eq(table.id, tried().id));
  };

  describe('every event', () => {
    it.each(events)('%s looks like nothing to strangers', async (event) => {
      for (const actor of Object.values(tried().strangers)) {
        expect(await tryEvent(workflow, actor, event, tried().id)).toBe('notFound');
      }
    });

    it.each(events)('%s is refused to everybody but its party', async (event) => {
      for (const [name, actor] of Object.entries(tried().people)) {
        if (holders[event].includes(name)) continue;
        expect(await tryEvent(workflow, actor, event, tried().id), name).toBe('forbidden');
      }
    });

    it.each(events)('%s is refused in every state it does not leave', async (event) => {
      const from: readonly string[] = [machine.events[event]?.from ?? []].flat();
      const actor = tried().people[holders[event][0] ?? ''] as Actor;
      for (const other of machine.states) {
        if (from.includes(other)) continue;
        await put(other);
        const answer = await tryEvent(workflow, actor, event, tried().id);
        expect(answer, `${event} in ${other}`).toBe('wrongState');
      }
      await put(state);
    });
  });
}
