import { and, asc, eq, lte, sql } from 'drizzle-orm';
import { deadlines } from '@/db/schema';
import { system } from '@/lib/auth/actor';
import type { Workflow } from '@/lib/engine/bind';
import { fireIn } from '@/lib/engine/fire';
import { lockRow } from '@/lib/engine/settle';
import { withActor } from '@/lib/engine/with-actor';
import { DomainError } from '@/lib/errors';
import { settingReader } from '@/lib/settings/read';
import { dueAfter } from '@/lib/time/due';
import { insertDeadline } from './arm';

type DeadlineRow = typeof deadlines.$inferSelect;

/** Tries a failing deadline this many times, then leaves it for people to see. */
const MAX_TRIES = 10;

/**
 * Fires what fell due, in order of its due moment, one transaction each. Answers how many were fired.
 * Several sweeps may run at once: the row lock of the subject decides who fires.
 */
export async function fireDueDeadlines(
  workflows: readonly Workflow[],
  limit = 200,
): Promise<number> {
  const due = await withActor(system('deadline sweep'), ({ tx, now }) =>
    tx
      .select()
      .from(deadlines)
      .where(
        and(
          eq(deadlines.status, 'pending'),
          lte(deadlines.dueAt, now),
          sql`${deadlines.tries} < ${MAX_TRIES}`,
        ),
      )
      .orderBy(asc(deadlines.dueAt), asc(deadlines.id))
      .limit(limit),
  );
  let fired = 0;
  for (const deadline of due) {
    const workflow = workflows.find(({ machine }) => machine.noun === deadline.noun);
    if (workflow && (await fireOne(workflow, deadline))) fired += 1;
  }
  return fired;
}

async function fireOne(workflow: Workflow, deadline: DeadlineRow): Promise<boolean> {
  const actor = system(`deadline ${deadline.rule}`);
  try {
    return await withActor(actor, async (context) => {
      const { tx, now } = context;
      // Subject first, then its deadlines: the order in which every event takes its locks.
      await lockRow(tx, workflow.binding.table, deadline.subjectId);
      const [claimed] = await tx
        .update(deadlines)
        .set({ status: 'fired' })
        .where(and(eq(deadlines.id, deadline.id), eq(deadlines.status, 'pending')))
        .returning({ id: deadlines.id });
      if (!claimed) return false;
      const row = await fireIn(context, actor, workflow, deadline.event, deadline.subjectId);
      const spec = workflow.machine.deadlines?.[row.state]?.find(
        (item) => item.fire === deadline.event,
      );
      if (spec?.repeat && spec.setting) {
        const dueAt = await dueAfter(tx, settingReader(tx, now), spec.setting, now);
        const subject = {
          noun: deadline.noun,
          subjectId: deadline.subjectId,
          tenant: workflow.binding.tenant(row),
        };
        await insertDeadline(tx, subject, { event: spec.fire, rule: spec.setting, dueAt, at: now });
      }
      return true;
    });
  } catch (error) {
    await withActor(actor, ({ tx }) =>
      tx
        .update(deadlines)
        .set({
          tries: sql`${deadlines.tries} + 1`,
          lastError: String(error).slice(0, 500),
          ...(error instanceof DomainError && error.code !== 'refused'
            ? { status: 'cancelled' as const }
            : {}),
        })
        .where(and(eq(deadlines.id, deadline.id), eq(deadlines.status, 'pending'))),
    );
    return false;
  }
}
