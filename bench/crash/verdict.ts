import { readFileSync } from 'node:fs';
import { getTableName, sql } from 'drizzle-orm';
import { getDatabase } from '@/db/client';
import { verifyLog } from '@/lib/audit/verify-log';
import type { Actor } from '@/lib/auth/actor';
import { reconcile } from '@/lib/money/reconcile';
import { WORKFLOWS } from '@/lib/workflows/all';
import type { PostOffice } from './post-office';

export interface Verdict {
  /** What is wrong, one line each; empty when nothing is. */
  wrong: string[];
  figures: Record<string, number>;
}

const rows = <T extends Record<string, unknown>>(
  query: Parameters<ReturnType<typeof getDatabase>['execute']>[0],
) => getDatabase().execute<T>(query) as Promise<T[]>;

/** Holds the database against itself, against what the drivers were told, and against what the mail server got. */
export async function judge(staff: Actor, journals: string[], mail: PostOffice): Promise<Verdict> {
  const wrong: string[] = [];
  const figures: Record<string, number> = {};
  const expectNone = async (what: string, query: Parameters<typeof rows>[0]) => {
    const found = await rows(query);
    if (found.length > 0) wrong.push(`${what}: ${found.length}, first ${JSON.stringify(found[0])}`);
  };

  await judgeEvents(expectNone, figures);
  await judgeAnswers(journals, wrong, figures);
  await judgeOrders(expectNone);
  await judgeNotices(expectNone, mail, wrong, figures);
  await expectNone(
    'jobs that are stuck or were given up',
    sql`select id::text, attempts, max_attempts, locked_by, left(last_error, 200) as error from graphile_worker._private_jobs
      where attempts >= max_attempts or run_at < now() - interval '5 seconds'
        or (locked_by is not null and not exists (select from worker_heartbeat h where h.id = locked_by))`,
  );

  const { records, streams, broken } = await verifyLog();
  Object.assign(figures, { records, streams });
  if (broken) wrong.push(`evidence broken: ${broken.stream} ${broken.seq} ${broken.reason}`);
  const { differences, total, entries } = await reconcile(staff);
  figures.ledgerEntries = entries;
  if (total !== 0n) wrong.push(`the ledger sums to ${total}`);
  for (const { code, subject } of differences) wrong.push(`ledger: ${code} ${subject}`);
  return { wrong, figures };
}

type ExpectNone = (what: string, query: Parameters<typeof rows>[0]) => Promise<void>;

/** Row, version, evidence, deadline and outbox of every event agree. */
async function judgeEvents(expectNone: ExpectNone, figures: Record<string, number>) {
  figures.events = 0;
  for (const { machine, binding } of WORKFLOWS) {
    const table = sql`${sql.identifier(getTableName(binding.table))}`;
    const events = Object.keys(machine.events);
    const steps = sql`select subject_id, count(*)::int as steps, (array_agg(to_state order by seq desc))[1] as state
      from evidence where noun = ${machine.noun} and event = any(${sql.param(events)}::text[]) group by subject_id`;
    const [count] = await rows<{ n: number }>(
      sql`select coalesce(sum(steps), 0)::int as n from (${steps}) s`,
    );
    figures.events += count?.n ?? 0;
    await expectNone(
      `${machine.noun} rows that differ from their records`,
      sql`select t.id, t.state, t.version, s.state as recorded, s.steps from ${table} t join (${steps}) s on s.subject_id = t.id
        where t.state <> s.state or t.version <> s.steps`,
    );
    await expectNone(
      `${machine.noun} records without a row`,
      sql`select s.subject_id from (${steps}) s where not exists (select from ${table} t where t.id = s.subject_id)`,
    );
    await expectNone(
      `${machine.noun} rows whose deadline is not armed`,
      sql`select t.id, t.state, t.due_at from ${table} t join (${steps}) s on s.subject_id = t.id
        where case when t.due_at is null
          then exists (select from deadline d where d.noun = ${machine.noun} and d.subject_id = t.id and d.status = 'pending')
          else not exists (select from deadline d where d.noun = ${machine.noun} and d.subject_id = t.id
            and d.due_at = t.due_at and d.status in ('pending', 'fired')) end`,
    );
    for (const [event, { notify }] of Object.entries(machine.events) as [
      string,
      { notify: readonly string[] },
    ][])
      await expectNone(
        `${machine.noun}.${event} without its notices`,
        sql`select e.id, e.at from evidence e where e.noun = ${machine.noun} and e.event = ${event}
          and (select coalesce(array_agg(o.audience order by o.audience), '{}') from outbox o where o.evidence_id = e.id)
            <> (select coalesce(array_agg(a order by a), '{}') from unnest(${sql.param([...notify])}::text[]) a)`,
      );
  }
}

/** What a driver was answered is there. */
async function judgeAnswers(journals: string[], wrong: string[], figures: Record<string, number>) {
  const told = journals.flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line) => {
        const [what, id, version] = line.split(' ');
        return what && id && version ? [{ what, id, version: Number(version) }] : [];
      }),
  );
  figures.answered = told.length;
  const missing = await rows<{ what: string; id: string }>(sql`
    select what, id from jsonb_to_recordset(${JSON.stringify(told)}::text::jsonb) as told (what text, id text, version int)
    where not exists (select from evidence e where e.subject_id = told.id and e.noun || '.' || e.event = told.what)`);
  if (missing.length > 0)
    wrong.push(`answered and lost: ${missing.length}, first ${JSON.stringify(missing[0])}`);
}

/** Order, delivery and service of one purchase agree. */
async function judgeOrders(expectNone: ExpectNone) {
  await expectNone(
    'paid orders without a record of delivery',
    sql`select o.id from "order" o where o.paid_at is not null and not exists (select from supervision s where s.order_id = o.id)`,
  );
  await expectNone(
    'orders and deliveries that ended apart',
    sql`select o.id, o.state, s.state as node from "order" o join supervision s on s.order_id = o.id
      where (s.state in ('done', 'closed')) <> (o.state in ('completed'))`,
  );
  await expectNone(
    'accepted deliveries without the one service',
    sql`select s.id from supervision s where s.state = 'done' and 1 <> (select count(*) from instance i where i.supervision_id = s.id)`,
  );
}

/** Every notice became messages, every message went out once. */
async function judgeNotices(
  expectNone: ExpectNone,
  mail: PostOffice,
  wrong: string[],
  figures: Record<string, number>,
) {
  await expectNone(
    'notices that became no messages',
    sql`select id, noun, event from outbox where expanded_at is null`,
  );
  await expectNone(
    'messages on their way for ever',
    sql`select id, state, tries, last_error from message where state in ('pending', 'failed')`,
  );
  await expectNone(
    'one event told twice to one receiver',
    sql`select m.address, m.channel, o.evidence_id from message m join outbox o on o.id = m.outbox_id
      group by m.address, m.channel, o.evidence_id, o.audience having count(*) > 1`,
  );
  const mails = await rows<{ id: string; state: string }>(
    sql`select id, state from message where channel = 'mail'`,
  );
  const known = new Map(mails.map(({ id, state }) => [id, state]));
  for (const [id, times] of mail.received) {
    if (times.length > 1) wrong.push(`mail ${id} arrived ${times.length} times`);
    if (!known.has(id)) wrong.push(`mail ${id} arrived and is not on record`);
  }
  const arrived = ({ id }: { id: string }) => mail.received.has(id);
  const lost = mails.filter((row) => row.state === 'sent' && !arrived(row));
  if (lost.length > 0)
    wrong.push(`mails noted as sent that never arrived: ${lost.length}, first ${lost[0]?.id}`);
  const unknown = mails.filter(({ state }) => state === 'unknown');
  figures.mails = mails.length;
  figures.mailsArrived = mail.received.size;
  figures.mailsInDoubt = unknown.length;
  figures.mailsInDoubtThatArrived = unknown.filter(arrived).length;
  const [sites] = await rows<{ n: number }>(
    sql`select count(*)::int as n from message where channel = 'site'`,
  );
  figures.siteMessages = sites?.n ?? 0;
}
