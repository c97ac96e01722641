import type { Sql } from 'postgres';

interface Index {
  name: string;
  definition: string;
}

/** Drops every index that is not a constraint's, of the tables that are filled; answers how to make them again. */
export async function dropIndexes(sql: Sql, tables: readonly string[]): Promise<Index[]> {
  const found = await sql<Index[]>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indrelid
    where c.relnamespace = 'public'::regnamespace and c.relname = any(${[...tables]})
      and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
    order by pg_relation_size(c.oid) desc, 1`;
  for (const { name } of found) await sql.unsafe(`drop index ${name}`);
  return [...found];
}

/** Makes indexes again, several at once. */
export async function makeIndexes(
  sql: Sql,
  indexes: readonly Index[],
  lanes: number,
): Promise<void> {
  const left = [...indexes];
  const lane = async () => {
    const one = await sql.reserve();
    try {
      await one`set maintenance_work_mem = '512MB'`;
      await one`set max_parallel_maintenance_workers = 0`;
      for (let next = left.shift(); next; next = left.shift()) await one.unsafe(next.definition);
    } finally {
      one.release();
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
