import { expect, test } from 'vitest';
import { SETTING_NAMES } from '../../lib/env';
import { run } from '../lib/run.mjs';

test('killed in the middle of events, the house loses nothing, does nothing twice and goes on', async () => {
  const kept = Object.entries(process.env).filter(
    ([name]) => ![...SETTING_NAMES, 'TEST'].includes(name) && !/^(npm_|VITEST)/.test(name),
  );
  const args = ['--import', 'tsx', 'bench/crash.ts', '500', '4', '20261122'];
  const env = Object.fromEntries(kept) as NodeJS.ProcessEnv;
  const { code, output } = await run(process.execPath, args, { env });
  expect(code, output).toBe(0);
  for (const victim of ['web', 'worker', 'postgres', 'driver'])
    expect(output).toContain(`kill -9 of ${victim}`);
  expect(output).toMatch(/paidOnPages +[1-9]/);
  expect(output).toMatch(/mailsArrived +[1-9]/);
  // How far each life comes in so short a run is chance; most of what can happen does.
  expect(Number(/kindsAnswered +(\d+)/.exec(output)?.[1])).toBeGreaterThan(20);
  expect(output).toMatch(/filesUploaded +[1-9]/);
  expect(output).toMatch(/^whole$/m);
});
