import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { WORKFLOWS } from '@/lib/workflows/all';
import type { Case } from './case';

const EVENTS = WORKFLOWS.flatMap(({ machine }) =>
  Object.entries(machine.events).map(([event, { from }]) => ({
    name: `${machine.noun}.${event}`,
    opens: from === 'none',
  })),
);
/** Opening events: answered again, they answer the row as it stands by then. */
const OPENINGS = new Set(EVENTS.filter(({ opens }) => opens).map(({ name }) => name));
/** Other records of a noun, such as the reading of codes, make no version of its row. */
const STEPS = [...EVENTS.map(({ name }) => name), 'file.upload'];

/**
 * What somebody was answered is there: the record that made this version of the row, with the files that the command
 * carried.
 */
export async function judgeAnswers(found: Case, journals: string[]): Promise<void> {
  const told = journals.flatMap((path) => readFileSync(path, 'utf8').split('\n')).flatMap(read);
  found.figures.answered = told.length;
  found.figures.kindsAnswered = new Set(told.map(({ noun, event }) => `${noun}.${event}`)).size;
  await found.expectNone(
    'answered and lost',
    sql`with told as (
        select * from jsonb_to_recordset(${JSON.stringify(told)}::text::jsonb) as t (noun text, event text, id text, step int, files text[])
      ), record as (
        select e.*, row_number() over (partition by e.noun, e.subject_id order by e.seq) as step from evidence e
        where (e.noun, e.subject_id) in (select noun, id from told) and e.noun || '.' || e.event = any(${sql.param(STEPS)}::text[])
      )
      select told.* from told where not exists (
        select from record r where r.noun = told.noun and r.subject_id = told.id and r.event = told.event
          and (told.step = 0 or r.step = told.step)
          and told.files <@ array(select f ->> 'id' from jsonb_array_elements(r.files) f))`,
  );
}

function read(line: string) {
  const [what, id, version, files] = line.split(' ');
  const [noun, event] = what?.split('.') ?? [];
  if (!what || !id || !version) return [];
  const step = OPENINGS.has(what) ? 1 : Number(version);
  return [{ noun, event, id, step, files: files ? files.split(',') : [] }];
}
