// npm run bench:engine: events per second through the engine against the same statements by hand, with one and two processes.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';
import { verifyLog } from '@/lib/audit/verify-log';
import { reconcile } from '@/lib/money/reconcile';
import { createOperator } from '@/lib/testing/actors';
import { startPostgres } from '../bin/lib/embedded-postgres.mjs';
import { makePending } from './events/pending';

const ROUNDS = 5;
const EVENTS = 300;
const CONNECTIONS = 4;
const WAYS = ['hand', 'engine'] as const;

const dataDir = mkdtempSync(join(tmpdir(), 'guildhall-events-'));
const server = await startPostgres({ dataDir });
Object.assign(process.env, {
  DATABASE_URL: server.url('events'),
  AUTH_SECRET: 'a secret that only this run uses',
  LOG_LEVEL: 'silent',
  DATA_DIR: dataDir,
});
const children: ChildProcess[] = [];
try {
  await migrate(server.url('events'));
  const staff = await createOperator('finance', 'admin');
  const start = async (way: string) => {
    const child = fork('bench/events/lane.ts', [way, staff.accountId, String(CONNECTIONS)], {
      execArgv: ['--import', 'tsx'],
    });
    children.push(child);
    await once(child, 'message');
    return child;
  };
  const processes = {
    hand: [await start('hand'), await start('hand')],
    engine: [await start('engine'), await start('engine')],
  };
  const ids = await makePending((ROUNDS + 1) * EVENTS * 4);
  const rates = new Map<string, number[]>();
  for (let round = -1; round < ROUNDS; round += 1)
    for (const count of [1, 2])
      for (const way of WAYS) {
        const share = ids.splice(0, EVENTS);
        const since = performance.now();
        await Promise.all(
          processes[way].slice(0, count).map(async (child, i) => {
            child.send(share.filter((_, n) => n % count === i));
            await once(child, 'message');
          }),
        );
        const rate = EVENTS / ((performance.now() - since) / 1000);
        if (round >= 0)
          rates.set(`${way} ${count}`, [...(rates.get(`${way} ${count}`) ?? []), rate]);
      }
  const middle = (name: string) => rates.get(name)?.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? 0;
  console.log(
    `confirming a top-up, ${CONNECTIONS} connections a process, ${ROUNDS} interleaved rounds of ${EVENTS}; middle, least and most`,
  );
  for (const count of [1, 2])
    for (const way of WAYS) {
      const all = rates.get(`${way} ${count}`) ?? [];
      console.log(
        `${way.padEnd(8)}${count} process${count > 1 ? 'es' : '  '}${middle(`${way} ${count}`).toFixed(0).padStart(7)}/s   (${Math.min(...all).toFixed(0)} – ${Math.max(...all).toFixed(0)})` +
          `   ${(middle(`${way} ${count}`) / middle(`hand ${count}`)).toFixed(2)} of by hand, ${(middle(`${way} ${count}`) / middle(`${way} 1`)).toFixed(2)} of one process`,
      );
    }
  const { differences } = await reconcile(staff);
  const { broken, records } = await verifyLog();
  console.log(
    `${records} records ${broken ? 'broken' : 'whole'}, ${differences.length} differences in the ledger`,
  );
  process.exitCode = broken || differences.length > 0 ? 1 : 0;
} finally {
  for (const child of children) child.disconnect();
  await closeDatabase();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
