import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { getDatabase } from './client';

test('every index can be read in the order that lists ask for', async () => {
  // `order by id desc` puts nulls first. An index made by `.desc()` alone puts them last, and can then neither be read
  // forwards nor backwards for it, although no id is ever null: the list is sorted as a whole, each time.
  const unreadable = await getDatabase().execute<{ name: string }>(sql`
    select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid
    where c.relnamespace = 'public'::regnamespace
      and exists (select from unnest(i.indoption::int[]) option where option & 3 = 1)`);
  expect(unreadable.map(({ name }) => name)).toEqual([]);
});
