import type postgres from 'postgres';

type Client = postgres.Sql | postgres.TransactionSql;

/**
 * Makes drizzle's statements prepared ones: it asks the driver to leave every unnamed one unprepared, whatever
 * the driver's `prepare` option says, and an unprepared statement is parsed anew and costs a second round trip, every time.
 * Changes `client` itself, and every transaction and savepoint that it opens; the driver's `prepare: false` still wins.
 */
export function prepareStatements<C extends Client>(client: C): C {
  const { unsafe } = client;
  const changed = client as unknown as Record<string, unknown>;
  changed.unsafe = (text: string, values?: never[], options?: postgres.UnsafeQueryOptions) =>
    unsafe(text, values, { ...options, prepare: true });
  for (const name of ['begin', 'savepoint']) {
    const open = changed[name];
    if (typeof open !== 'function') continue;
    changed[name] = (...args: unknown[]) => {
      const run = args.pop() as (inner: postgres.TransactionSql) => unknown;
      return open(...args, (inner: postgres.TransactionSql) => run(prepareStatements(inner)));
    };
  }
  return client;
}
