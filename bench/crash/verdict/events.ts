import { getTableName, type SQL, sql } from 'drizzle-orm';
import { WORKFLOWS } from '@/lib/workflows/all';
import type { Case } from './case';

/** Row, version, evidence, deadline, queue and outbox of every event agree. */
export async function judgeEvents(found: Case): Promise<void> {
  found.figures.events = 0;
  for (const workflow of WORKFLOWS) {
    const { noun, events } = workflow.machine;
    const table = sql`${sql.identifier(getTableName(workflow.binding.table))}`;
    const steps = sql`select subject_id, count(*)::int as steps, (array_agg(to_state order by seq desc))[1] as state
      from evidence where noun = ${noun} and event = any(${sql.param(Object.keys(events))}::text[]) group by subject_id`;
    const [count] = await found.rows<{ n: number }>(
      sql`select coalesce(sum(steps), 0)::int as n from (${steps}) s`,
    );
    found.figures.events += count?.n ?? 0;
    await judgeRows(found, noun, table, steps);
    const { review } = workflow.machine;
    if (review) await judgeQueue(found, noun, table, review.state);
    for (const [event, { notify }] of Object.entries(events) as [
      string,
      { notify: readonly string[] },
    ][])
      await found.expectNone(
        `${noun}.${event} without its notices`,
        sql`select e.id, e.at from evidence e where e.noun = ${noun} and e.event = ${event}
          and (select coalesce(array_agg(o.audience order by o.audience), '{}') from outbox o where o.evidence_id = e.id)
            <> (select coalesce(array_agg(a order by a), '{}') from unnest(${sql.param([...notify])}::text[]) a)`,
      );
  }
  await found.expectNone(
    'deadlines that are over and were not kept',
    sql`select noun, subject_id, event, due_at from deadline where status = 'pending' and due_at < now() - interval '15 seconds'`,
  );
  await found.expectNone(
    'decisions that never took effect',
    sql`select noun, subject_id, applies_at from review_item where decision is not null`,
  );
}

async function judgeRows(found: Case, noun: string, table: SQL, steps: SQL): Promise<void> {
  await found.expectNone(
    `${noun} rows that differ from their records`,
    sql`select t.id, t.state, t.version, s.state as recorded, s.steps from ${table} t join (${steps}) s on s.subject_id = t.id
      where t.state <> s.state or t.version <> s.steps`,
  );
  await found.expectNone(
    `${noun} records without a row`,
    sql`select s.subject_id from (${steps}) s where not exists (select from ${table} t where t.id = s.subject_id)`,
  );
  await found.expectNone(
    `${noun} rows whose deadline is not armed`,
    sql`select t.id, t.state, t.due_at from ${table} t join (${steps}) s on s.subject_id = t.id
      where case when t.due_at is null
        then exists (select from deadline d where d.noun = ${noun} and d.subject_id = t.id and d.status = 'pending')
        else not exists (select from deadline d where d.noun = ${noun} and d.subject_id = t.id
          and d.due_at = t.due_at and d.status in ('pending', 'fired')) end`,
  );
}

/** What waits for operations is in their queue, and nothing else is. */
async function judgeQueue(found: Case, noun: string, table: SQL, state: string): Promise<void> {
  await found.expectNone(
    `${noun} rows that wait outside the queue, or the queue for them`,
    sql`select t.id, t.state, i.status from ${table} t left join review_item i on i.noun = ${noun} and i.subject_id = t.id
      where (t.state = ${state}) <> (coalesce(i.status, 'closed') = 'open')`,
  );
}
