import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { closeDatabase, getDatabase } from '@/db/client';
import { WORKFLOWS } from '@/lib/workflows/all';
import { House } from '../../bin/checks/house';
import { freePort } from '../../bin/lib/ports.mjs';
import { keptSecret } from '../../bin/lib/settings.mjs';
import { makeCast } from './cast';
import { openPostOffice } from './post-office';
import { randomFrom } from './random';
import { isOutage } from './sure';
import { judge, type Verdict } from './verdict';
import { visit } from './visitor';

const VICTIMS = ['web', 'worker', 'postgres', 'driver'] as const;

export interface CrashPlan {
  events: number;
  kills: number;
  /** Seconds after which no more events are fired. */
  seconds: number;
  seed: number;
  drivers?: number;
  lanes?: number;
  say?: (line: string) => void;
}

export interface CrashResult extends Verdict {
  kills: Record<string, number>;
  /** Seconds in which events were fired, and until nothing was left to do. */
  firing: number;
  draining: number;
}

/**
 * Starts the whole house on an empty data folder as `npm start` does, fires mixed events at it from several processes
 * and through its pages, kills web, worker, database and drivers with SIGKILL at moments drawn from the seed, lets
 * the house finish what it owes, and judges what is left.
 */
export async function crash(plan: CrashPlan): Promise<CrashResult> {
  const { drivers: driverCount = 2, lanes = 4, say = () => {} } = plan;
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-crash-'));
  const random = randomFrom(plan.seed);
  const mail = await openPostOffice(5);
  const dataDir = join(folder, 'data');
  const port = await freePort();
  const house = new House(dataDir, port, {
    SMTP_URL: mail.url,
    LOG_LEVEL: 'error',
    DEMO: 'on',
    BASE_URL: `http://127.0.0.1:${port}`,
    WORKER_CONCURRENCY: '6',
  });
  const drivers: (ChildProcess | undefined)[] = [];
  let firing = true;
  try {
    await house.serves();
    const env = {
      DATABASE_URL: `postgres://app@127.0.0.1:${readFileSync(join(dataDir, 'postgres.port'), 'utf8').trim()}/guildhall`,
      AUTH_SECRET: keptSecret(dataDir),
      DATA_DIR: dataDir,
      DEMO: 'on',
      LOG_LEVEL: 'silent',
      NODE_ENV: 'production' as const,
      DB_POOL: String(lanes + 2),
    };
    Object.assign(process.env, env);
    const cast = await makeCast(driverCount * lanes + 1);
    const castFile = join(folder, 'cast.json');
    writeFileSync(castFile, JSON.stringify(cast));
    const before = await eventsSoFar();
    const journals = Array.from({ length: driverCount + 1 }, (_, i) =>
      join(folder, `journal-${i}`),
    );
    for (const journal of journals) writeFileSync(journal, '');

    const hire = (i: number) => {
      const seed = Math.floor(random() * 2 ** 31);
      const args = [castFile, journals[i] ?? '', String(seed), String(i * lanes), String(lanes)];
      const child: ChildProcess = spawn(
        process.execPath,
        ['--import', 'tsx', 'bench/crash/driver.ts', ...args],
        {
          env: { ...process.env, ...env },
          stdio: ['ignore', 'inherit', 'inherit'],
        },
      );
      drivers[i] = child;
      child.once('exit', () => {
        if (firing) hire(i);
      });
    };
    for (let i = 0; i < driverCount; i += 1) hire(i);
    const visitor = visit(
      {
        cast,
        company: cast.companies[driverCount * lanes] as never,
        journal: journals[driverCount] ?? '',
        random: randomFrom(plan.seed + 77),
      },
      `http://127.0.0.1:${port}`,
      () => !firing,
    );

    const since = Date.now();
    const kills: Record<string, number> = {};
    let done = 0;
    let killed = 0;
    let nextAt = 0;
    while (done < plan.events && Date.now() - since < plan.seconds * 1000) {
      await pause(200);
      done = Math.max(done, (await eventsSoFar().catch(orOutage)) - before);
      // Kills are spread over the events, so that a slow machine is not killed more often than it works.
      if (killed < plan.kills && done >= nextAt) {
        nextAt = done + (plan.events / (plan.kills + 1)) * (0.5 + random());
        const victim =
          VICTIMS[killed < VICTIMS.length ? killed : Math.floor(random() * VICTIMS.length)] ??
          'web';
        await pause(random() * 400);
        const pid =
          victim === 'driver'
            ? drivers[Math.floor(random() * driverCount)]?.pid
            : house.pids()[victim];
        if (pid && kill(pid)) {
          killed += 1;
          kills[victim] = (kills[victim] ?? 0) + 1;
          say(
            `${String(done).padStart(6)} events, ${((Date.now() - since) / 1000).toFixed(0).padStart(4)} s: killed ${victim}`,
          );
        }
      }
      if (house.child.exitCode !== null)
        throw new Error(`the house ended:\n${house.output}${house.complaints}`);
    }
    firing = false;
    for (const driver of drivers) driver?.kill('SIGTERM');
    await visitor;
    await Promise.all(drivers.map((driver) => driver && gone(driver)));
    const fired = (Date.now() - since) / 1000;
    say(`${done} events in ${fired.toFixed(0)} s; letting the house finish`);
    await drained(120);
    const draining = (Date.now() - since) / 1000 - fired;
    const verdict = await judge(cast.staff, journals, mail);
    const { visits, paid, failed } = await visitor;
    Object.assign(verdict.figures, { visits, paidOnPages: paid, visitsThatFailed: failed });
    return { ...verdict, kills, firing: fired, draining };
  } finally {
    firing = false;
    for (const driver of drivers) driver?.kill('SIGKILL');
    await closeDatabase();
    await house.remove();
    await mail.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const orOutage = (error: unknown) => {
  if (isOutage(error)) return 0;
  throw error;
};

function kill(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    return false;
  }
}

const gone = (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise<void>((done) => child.once('exit', () => done()));

/** Records of the operation log that tell events of workflows. */
async function eventsSoFar(): Promise<number> {
  const nouns = WORKFLOWS.map(({ machine }) => machine.noun);
  const [row] = await getDatabase().execute<{ n: number }>(
    sql`select count(*)::int as n from evidence where noun = any(${sql.param(nouns)}::text[])`,
  );
  return row?.n ?? 0;
}

/** Waits until no job is left that could run now and no notice waits. */
async function drained(seconds: number): Promise<void> {
  for (const until = Date.now() + seconds * 1000; Date.now() < until; await pause(500)) {
    const [row] = await getDatabase()
      .execute<{ left: number }>(
        sql`select (select count(*) from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
            where t.identifier in ('notify', 'send-message', 'open-supervision') or j.run_at <= now())::int
          + (select count(*) from outbox where expanded_at is null)::int as left`,
      )
      .catch((error: unknown) => {
        orOutage(error);
        return [{ left: 1 }];
      });
    if (row?.left === 0) return;
  }
}
