import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { endRunning, run } from './lib/run.mjs';
import { say, sentence } from './lib/say.mjs';

/**
 * `npm test`: installs what it needs, runs every check in order, and goes on after a failure so that all of them are
 * told. Ends with `N passed, N failed` and a matching exit code. `npm test -- unit types` runs only the steps whose
 * names contain one of the words.
 */

const REPORTS = 'test-results';
const bin = (pack, ...path) => join('node_modules', pack, ...path);
const node = (...args) => [process.execPath, args];
const once = (code) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

// Colours are for terminals; in a file they hide the words.
const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: '0' };
const colours = process.stdout.isTTY ? [] : ['--colors=off'];

/** Runs a program with its output shown. */
const show = async ([command, args], env = {}) =>
  (await run(command, args, { env: { ...process.env, ...plain, ...env }, show: true })).code;

/** A check that passes or fails as a whole. */
const whole =
  (...commands) =>
  async () => {
    for (const command of commands) if ((await show(command)) !== 0) return once(1);
    return once(0);
  };

/** What a report says, or one failure when there is none, or when the program failed although no test did. */
function counted(file, code, read) {
  const { passed, failed } = existsSync(file)
    ? read(JSON.parse(readFileSync(file, 'utf8')))
    : { passed: 0, failed: 0 };
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed };
}

const vitest = (config) => async () => {
  const file = join(REPORTS, `${config.replaceAll('/', '-')}.json`);
  const args = [
    'run',
    '--config',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  const code = await show(node(bin('vitest', 'vitest.mjs'), ...args));
  return counted(file, code, (r) => ({
    passed: r.numPassedTests,
    failed: r.numFailedTests + r.numPendingTests,
  }));
};

async function journeys() {
  const file = join(REPORTS, 'journeys.json');
  const code = await show(node('bin/e2e.mjs'), { E2E_REPORT: join(process.cwd(), file) });
  return counted(file, code, ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + stats.skipped,
  }));
}

async function productionBuild() {
  const { build } = await import('./lib/build.mjs');
  await build();
  return once(0);
}

const STEPS = [
  [
    'format and lint',
    whole(
      node(bin('@biomejs/biome', 'bin', 'biome'), 'ci', '--error-on-warnings', ...colours, '.'),
    ),
  ],
  ['import direction', whole(node('--import', 'tsx', 'bin/check-imports.ts'))],
  [
    'types',
    whole(
      node(bin('next', 'dist', 'bin', 'next'), 'typegen'),
      node(bin('typescript', 'bin', 'tsc'), '--noEmit'),
    ),
  ],
  ['unused code', whole(node(bin('knip', 'bin', 'knip.js')))],
  ['unit tests', vitest('lib/testing/vitest.config.ts')],
  ['production build', productionBuild],
  ['start and stop', vitest('bin/checks/vitest.config.ts')],
  ['journeys and accessibility', journeys],
];

/** Runs one step; whatever goes wrong in it is a failure of that step, not the end of the run. */
async function runStep(name, check) {
  say(`\n━━ ${name}`);
  const since = Date.now();
  let result;
  try {
    result = await check();
  } catch (error) {
    console.error(sentence(error));
    result = once(1);
  }
  const seconds = ((Date.now() - since) / 1000).toFixed(1);
  say(
    `${result.failed === 0 ? '✓' : '✗'} ${name}: ${result.passed} passed, ${result.failed} failed (${seconds} s)`,
  );
  return { name, seconds, ...result };
}

process.on('SIGINT', () => {
  endRunning();
  process.exit(130);
});
const words = process.argv.slice(2);
const steps = STEPS.filter(
  ([name]) => words.length === 0 || words.some((word) => name.includes(word)),
);
const { install } = await import('./lib/install.mjs');
await install().catch((error) => {
  console.error(`✗ ${sentence(error)}`);
  process.exit(1);
});
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
const results = [];
for (const [name, check] of steps) results.push(await runStep(name, check));

say('\n━━ all');
for (const { name, passed, failed, seconds } of results)
  say(
    `${failed === 0 ? '✓' : '✗'} ${name.padEnd(28)}${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${seconds.padStart(8)} s`,
  );
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
say(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 && results.length > 0 ? 0 : 1;
