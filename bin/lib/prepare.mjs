import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mustRun } from './run.mjs';
import { say, step } from './say.mjs';
import { hashOf } from './sources.mjs';

const SOURCES = ['bin/prepare.ts', 'db', 'lib', 'package-lock.json'];
const IRRELEVANT = /(^|\/)testing$|\.test\.tsx?$|(^|\/)messages$/;

/** The settings that the example lists, as they are now; changed ones are checked again. */
function settings(env) {
  const names = [...readFileSync('.env.example', 'utf8').matchAll(/^#?\s?([A-Z][A-Z0-9_]+)=/gm)];
  // The embedded database may get another port each time, which changes nothing.
  return JSON.stringify(names.map(([, name]) => [name, name === 'DATABASE_URL' || env[name]]));
}

function remembered(stamp, hash) {
  try {
    const { made, welcome } = JSON.parse(readFileSync(stamp, 'utf8'));
    return made === hash ? welcome : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Checks the settings, migrates and seeds; with a `stamp` file (inside the embedded cluster, so that it goes where the
 * database goes) only when sources or settings have changed since.
 * @returns {Promise<{ people: { role: string, email: string }[], password: string }>} the demo's sign-ins
 */
export async function prepare({ env, stamp }) {
  const hash = stamp && hashOf(SOURCES, IRRELEVANT, settings(env));
  const before = stamp && remembered(stamp, hash);
  if (before) return before;
  if (stamp) rmSync(stamp, { force: true });
  let welcome = { people: [], password: '' };
  await step('Preparing the database', () =>
    mustRun('', process.execPath, ['--import', 'tsx', 'bin/prepare.ts'], {
      env,
      onMessage: (message) => {
        if (message.say) say(`  ${message.say}`);
        if (message.welcome) welcome = message.welcome;
      },
    }),
  );
  if (stamp) writeFileSync(stamp, JSON.stringify({ made: hash, welcome }));
  return welcome;
}
