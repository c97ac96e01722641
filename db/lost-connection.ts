import type postgres from 'postgres';

type Client = postgres.Sql | postgres.TransactionSql;

/** Errors after which a connection is gone, whether the driver or the server says so. */
const GONE = /^(CONNECTION_|CONNECT_TIMEOUT|ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT|57P0[123]|08)/;

const isGone = (error: unknown): boolean => {
  const { code = '', cause } = error as { code?: string; cause?: unknown };
  return GONE.test(code) || (cause !== undefined && isGone(cause));
};

const never = () => new Promise<never>(() => {});

/**
 * Keeps a transaction whose connection was lost from writing to it. The driver fails the transaction as it must, and
 * then still sends `rollback`, or whatever the caller asks next, to a socket that is no more: an exception nobody can
 * catch ends the process. Here such a transaction only ends. Changes `client` itself.
 */
export function endWithConnection<C extends postgres.Sql>(client: C): C {
  const { begin } = client;
  const changed = client as unknown as Record<string, unknown>;
  changed.begin = (...args: unknown[]) => {
    const run = args.pop() as (inner: postgres.TransactionSql) => unknown;
    const fate = { over: false };
    const call = begin as (...all: unknown[]) => Promise<unknown>;
    return call(...args, (inner: postgres.TransactionSql) =>
      guarded(() => run(watched(inner, fate)), fate),
    ).finally(() => {
      fate.over = true;
    });
  };
  return client;
}

/** What `run` answers; nothing ever when the connection is gone, since the driver has failed the whole by then. */
async function guarded(run: () => unknown, fate: { over: boolean }): Promise<unknown> {
  try {
    const value = await run();
    return fate.over ? await never() : value;
  } catch (error) {
    if (fate.over || isGone(error)) return never();
    throw error;
  }
}

/** The transaction's own client, which refuses what comes after its end. */
function watched<C extends Client>(inner: C, fate: { over: boolean }): C {
  const changed = inner as unknown as Record<string, unknown>;
  const { unsafe } = inner;
  changed.unsafe = (...args: Parameters<typeof unsafe>) => {
    if (fate.over)
      throw Object.assign(new Error('the transaction has ended'), { code: 'CONNECTION_CLOSED' });
    return unsafe(...args);
  };
  const savepoint = changed.savepoint as (...all: unknown[]) => unknown;
  changed.savepoint = (...args: unknown[]) => {
    const run = args.pop() as (deeper: postgres.TransactionSql) => unknown;
    return savepoint(...args, (deeper: postgres.TransactionSql) =>
      guarded(() => run(watched(deeper, fate)), fate),
    );
  };
  return inner;
}
