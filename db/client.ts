import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { env } from '@/lib/env';
import { endWithConnection } from './lost-connection';
import { prepareStatements } from './prepared';
import * as schema from './schema';

export type Database = PostgresJsDatabase<typeof schema>;
/** An open transaction; every read and write of the application happens in one. */
export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0];

interface Handle {
  database: Database;
  client: postgres.Sql;
}

// Next's development server reloads modules; one pool per process all the same.
const store = globalThis as unknown as { guildhallDatabase?: Handle };

function connect(): Handle {
  const { DATABASE_URL, DB_POOL, DB_PREPARE } = env();
  const client = endWithConnection(
    prepareStatements(
      postgres(DATABASE_URL, {
        max: DB_POOL,
        prepare: DB_PREPARE,
        onnotice: () => {},
        connection: { application_name: 'guildhall' },
      }),
    ),
  );
  return { client, database: drizzle(client, { schema }) };
}

/** The database of this process; connects at first use. */
export function getDatabase(): Database {
  store.guildhallDatabase ??= connect();
  return store.guildhallDatabase.database;
}

/** Ends the pool, so that a script or a worker can exit. */
export async function closeDatabase(): Promise<void> {
  const handle = store.guildhallDatabase;
  store.guildhallDatabase = undefined;
  await handle?.client.end({ timeout: 5 });
}
