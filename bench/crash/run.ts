import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { closeDatabase } from '@/db/client';
import { House } from '../../bin/checks/house';
import { freePort } from '../../bin/lib/ports.mjs';
import { keptSecret } from '../../bin/lib/settings.mjs';
import { makeCast } from './cast';
import { Drivers, makeJournals } from './drivers';
import { Killer } from './killer';
import { Outages } from './outages';
import { openPostOffice } from './post-office';
import { drained, eventsSoFar } from './progress';
import { randomFrom } from './random';
import { judge, type Verdict } from './verdict';
import { type Visits, visit } from './visitor';

export interface CrashPlan {
  events: number;
  kills: number;
  /** Seconds after which no more events are fired. */
  seconds: number;
  seed: number;
  /** Processes that fire events. */
  drivers?: number;
  /** Players of each; the first of every driver play one company, the second the next, and so on. */
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
  // A short run is over before many processes are up.
  const { drivers: driverCount = plan.events < 2000 ? 2 : 4, lanes = 5, say = () => {} } = plan;
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-crash-'));
  const random = randomFrom(plan.seed);
  const post = await openPostOffice(5);
  const dataDir = join(folder, 'data');
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const house = new House(dataDir, port, {
    SMTP_URL: post.mailUrl,
    SMS_URL: post.textUrl,
    LOG_LEVEL: 'error',
    // People and products are made below: the demo would only be in the way.
    DEMO: 'off',
    BASE_URL: base,
    WORKER_CONCURRENCY: '8',
  });
  let drivers: Drivers | undefined;
  let firing = true;
  try {
    await house.serves();
    Object.assign(process.env, {
      DATABASE_URL: `postgres://app@127.0.0.1:${readFileSync(join(dataDir, 'postgres.port'), 'utf8').trim()}/guildhall`,
      AUTH_SECRET: keptSecret(dataDir),
      DATA_DIR: dataDir,
      DEMO: 'off',
      LOG_LEVEL: 'silent',
      NODE_ENV: 'production',
      DB_POOL: '8',
    });
    const cast = await makeCast(lanes + 1);
    const castFile = join(folder, 'cast.json');
    writeFileSync(castFile, JSON.stringify(cast));
    const before = await eventsSoFar();
    const journals = makeJournals(folder, driverCount + 1);
    drivers = new Drivers({
      castFile,
      journals: journals.slice(0, driverCount),
      lanes,
      env: process.env,
      seed: () => Math.floor(random() * 2 ** 31),
    });
    const outages = new Outages();
    const visitor = visit(
      {
        cast,
        company: cast.companies[lanes] as never,
        journal: journals[driverCount] ?? '',
        random: randomFrom(plan.seed + 77),
      },
      { base, outages, stopped: () => !firing },
    );
    visitor.catch(() => {});

    const since = Date.now();
    const seconds = () => (Date.now() - since) / 1000;
    const killer = new Killer(plan, random, {
      pidOf: (victim) =>
        victim === 'driver'
          ? drivers?.pid(Math.floor(random() * driverCount))
          : house.pids()[victim],
      before: (victim, pid) => {
        if (victim === 'web' || victim === 'postgres') outages.begin(house, victim, pid);
      },
      say,
    });
    let done = 0;
    while (done < plan.events && seconds() < plan.seconds) {
      await pause(250);
      done = Math.max(done, (await eventsSoFar()) - before);
      if (house.child.exitCode !== null)
        throw new Error(`the house ended:\n${house.output}${house.complaints}`);
      await killer.look(done, seconds());
    }
    firing = false;
    const [visits] = await Promise.all([visitor, drivers.end()]);
    const fired = seconds();
    say(`${done} events in ${fired.toFixed(0)} s; letting the house finish`);
    await drained(180 + plan.events * 0.06);
    const draining = seconds() - fired;
    const verdict = await judge(cast.staff, { journals, post, dataDir });
    verdict.wrong.push(...drivers.complaints);
    addVisits(verdict, visits, outages);
    return { ...verdict, kills: killer.kills, firing: fired, draining };
  } finally {
    firing = false;
    drivers?.kill();
    await closeDatabase();
    await house.remove();
    await post.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A visitor may meet a dead server; a living one has to answer. */
function addVisits({ wrong, figures }: Verdict, visits: Visits, outages: Outages): void {
  figures.visits = visits.visits;
  figures.paidOnPages = visits.paid;
  figures.visitsFailedWhileDown = visits.failedWhileDown;
  figures.visitsFailedWhileUp = visits.failedWhileUp.length;
  figures.secondsDown = Math.round(outages.seconds.together);
  figures.secondsDownLongest = Math.round(outages.seconds.longest);
  for (const reason of visits.failedWhileUp) wrong.push(`a visit failed while up: ${reason}`);
}
