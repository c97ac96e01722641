// npm run bench:lists -- [ORDERS]: server time of order lists at 1,000 and at a million orders, interleaved, on one
// machine; of each page also the time its statements take in the database, without round trips and rendering.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { resolve } from 'node:path';
import { encode } from 'next-auth/jwt';
import postgres, { type Sql } from 'postgres';
import { databaseExists } from '@/db/databases';
import { migrate } from '@/db/migrate';
import { build } from '../bin/lib/build.mjs';
import { startPostgres } from '../bin/lib/embedded-postgres.mjs';
import { freePort } from '../bin/lib/ports.mjs';
import { endOrphans } from '../bin/lib/processes.mjs';
import { casesOf } from './lists/cases';
import { seedBulk } from './seed/bulk';
import { sizeOf } from './seed/plan';

const SMALL = 1000;
const LARGE = Number(process.argv[2] ?? 1_000_000);
const ROUNDS = 21;
const WARM = 4;
const LIMIT = 1.3;
const SLOW_MS = 20;
const SECRET = randomBytes(32).toString('base64url');
// Kept, so that the next run needs not fill it again.
const dataDir = resolve(process.env.BENCH_DIR ?? '.data/bench/lists');

const agent = new Agent({ keepAlive: true });

/** Reads a page. @returns milliseconds, and how many different orders or records it names */
function read(address: string, cookie: string): Promise<{ ms: number; rows: number }> {
  const since = performance.now();
  return new Promise((done, fail) => {
    get(address, { agent, headers: { cookie } }, (answer) => {
      let html = '';
      answer.setEncoding('utf8');
      answer.on('data', (piece) => {
        html += piece;
      });
      answer.on('end', () => {
        const ms = performance.now() - since;
        if (answer.statusCode !== 200) return fail(new Error(`${address}: ${answer.statusCode}`));
        const rows = new Set(html.match(/\/(?:orders\/od|supervision\/sv)_\w+/g) ?? []).size;
        done({ ms, rows });
      });
    }).on('error', fail);
  });
}

const middle = (times: number[]) => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;

/** A database of so many orders, filled when it is new. */
async function filled(url: string, orders: number): Promise<Sql> {
  const there = await databaseExists(url);
  await migrate(url);
  if (!there) {
    const since = performance.now();
    await seedBulk(url, {
      ...sizeOf(orders),
      tell: (step, seconds) =>
        console.log(`  ${step.padEnd(22)}${seconds.toFixed(1).padStart(7)} s`),
    });
    console.log(`${orders} orders filled in ${((performance.now() - since) / 1000).toFixed(0)} s`);
  }
  return postgres(url, { max: 1, onnotice: () => {} });
}

/** Sessions of the first merchant's owner and of an operator. @returns their cookies */
async function signIn(sql: Sql) {
  const now = new Date();
  const later = new Date(now.getTime() + 86_400_000);
  await sql`insert into account (id, email, name, created_at, updated_at)
    values ('ac_bulk_staff', 'staff@bulk.example', 'staff', ${now}, ${now}) on conflict do nothing`;
  await sql`insert into operator (id, account_id, roles, created_at)
    values ('op_bulk', 'ac_bulk_staff', '["admin","reviewer","arbiter","finance"]', ${now}) on conflict do nothing`;
  const cookie = async (accountId: string, more: string) => {
    await sql`insert into session (id, account_id, created_at, last_seen_at, expires_at, second_factor_at)
      values (${`se_${accountId}`}, ${accountId}, ${now}, ${now}, ${later}, ${now})
      on conflict (id) do update set last_seen_at = excluded.last_seen_at, expires_at = excluded.expires_at`;
    const token = await encode({
      token: { sid: `se_${accountId}` },
      secret: SECRET,
      maxAge: 86_400,
    });
    return `next-auth.session-token=${token}; locale=zh-CN; ${more}`;
  };
  return {
    merchant: await cookie('ac_bulk_m1', 'guildhall-merchant=mc_bulk_1'),
    ops: await cookie('ac_bulk_staff', ''),
  };
}

/** Starts to count the statements of a database anew. */
const forget = (sql: Sql) =>
  sql`select pg_stat_statements_reset(0, (select oid from pg_database where datname = current_database()), 0)`;

/**
 * What planning and running the statements of one reading takes in the database, and the slowest of them, each at its
 * quickest: what a busy machine adds to a few milliseconds is more than they are.
 */
async function statements(sql: Sql): Promise<{ all: number; slowest: number }> {
  const [row] = await sql<{ all: number; slowest: number }[]>`
    select coalesce(sum((min_exec_time + min_plan_time) * calls), 0) / ${ROUNDS}::float8 as all,
      coalesce(max(min_exec_time) filter (where calls > 1), 0) as slowest
    from pg_stat_statements where dbid = (select oid from pg_database where datname = current_database())
      and query not like '%pg_stat_statements%'`;
  return row ?? { all: 0, slowest: 0 };
}

async function serve(databaseUrl: string): Promise<{ url: string; child: ChildProcess }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ['--import', 'tsx', 'bin/web.ts'], {
    // Ends with this process, however that ends.
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      AUTH_SECRET: SECRET,
      DEMO: 'on',
      PORT: String(port),
      HOST: '127.0.0.1',
      BASE_URL: url,
      LOG_LEVEL: 'warn',
      DATA_DIR: dataDir,
    },
  });
  for (const until = Date.now() + 60_000; Date.now() < until; ) {
    if (
      await fetch(`${url}/api/health?live`).then(
        (r) => r.ok,
        () => false,
      )
    )
      return { url, child };
    await new Promise((again) => setTimeout(again, 100));
  }
  child.kill();
  throw new Error('the site did not start');
}

await build();
await endOrphans(dataDir);
mkdirSync(dataDir, { recursive: true });
const server = await startPostgres({
  dataDir,
  options: {
    shared_buffers: '1GB',
    max_wal_size: '8GB',
    // A load ends with a vacuum, and nothing else is written.
    autovacuum: 'off',
    shared_preload_libraries: 'pg_stat_statements,auto_explain',
    'auto_explain.log_min_duration': `${SLOW_MS}ms`,
    'auto_explain.log_analyze': 'on',
    // Rows and pages only: to time every node would cost more than the statements do.
    'auto_explain.log_timing': 'off',
    'pg_stat_statements.track_planning': 'on',
    'auto_explain.log_buffers': 'on',
  },
});
const log = resolve(dataDir, 'postgres.log');
const sites: {
  name: string;
  sql: Sql;
  url: string;
  child: ChildProcess;
  cookies: { merchant: string; ops: string };
}[] = [];
try {
  for (const orders of [SMALL, LARGE]) {
    const address = server.url(`orders_${orders}`);
    const sql = await filled(address, orders);
    await sql`create extension if not exists pg_stat_statements`;
    sites.push({
      name: String(orders),
      sql,
      cookies: await signIn(sql),
      ...(await serve(address)),
    });
  }
  const cases = await Promise.all(sites.map(({ sql }) => casesOf(sql)));
  const from = existsSync(log) ? statSync(log).size : 0;
  console.log(
    `\n${SMALL} and ${LARGE} orders; ratio of page times at most ${LIMIT}, no statement above ${SLOW_MS} ms`,
  );
  console.log(
    `${'page (rows it names)'.padEnd(46)}${'page, ms'.padStart(20)}  ratio${'its statements, ms'.padStart(22)}   slowest`,
  );
  let over = 0;
  for (const [i, { portal, name }] of (cases[0] ?? []).entries()) {
    const runs = sites.map((site, s) => ({
      site,
      address: site.url + (cases[s]?.[i]?.path ?? ''),
      cookie: site.cookies[portal],
      times: [] as number[],
      rows: 0,
    }));
    for (let round = -WARM; round < ROUNDS; round += 1)
      for (const run of runs) {
        if (round === 0) await forget(run.site.sql);
        const { ms, rows } = await read(run.address, run.cookie);
        run.rows = rows;
        if (round >= 0) run.times.push(ms);
      }
    const [a = 0, b = 0] = runs.map(({ times }) => middle(times));
    const spent = await Promise.all(runs.map(({ site }) => statements(site.sql)));
    const slowest = spent[1]?.slowest ?? 0;
    const bad = [b / a > LIMIT ? 'ratio' : '', slowest > SLOW_MS ? 'slow' : ''].filter(Boolean);
    if (bad.length > 0) over += 1;
    const rows = runs.map((run) => run.rows).join('/');
    const pair = (x: number, y: number) =>
      `${x.toFixed(1).padStart(9)} ${y.toFixed(1).padStart(9)}`;
    console.log(
      `${`${portal}: ${name} (${rows})`.padEnd(46)}${pair(a, b)}  ${(b / a).toFixed(2).padStart(5)}   ${pair(spent[0]?.all ?? 0, spent[1]?.all ?? 0)} ${slowest.toFixed(1).padStart(9)}  ${bad.join(', ')}`,
    );
  }
  const plans = readFileSync(log).subarray(from).toString();
  const found = plans
    .split(/\n(?=\d{4}-\d\d-\d\d )/)
    .filter((entry) => /duration: .* plan:/.test(entry));
  console.log(`\nstatements above ${SLOW_MS} ms in the run: ${found.length}`);
  for (const plan of found.slice(0, 5)) console.log(plan);
  process.exitCode = over > 0 ? 1 : 0;
} finally {
  agent.destroy();
  for (const { child, sql } of sites) {
    child.kill();
    await sql.end();
  }
  await server.stop();
}
