import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Stop, say, sentence, step } from './lib/say.mjs';

/**
 * `npm start` and `npm run dev`: from a fresh clone to a serving marketplace, and back to nothing on Ctrl-C.
 * Plain Node without dependencies, since it runs before they are installed. `--dev` serves the sources as they are;
 * `--fresh` empties the embedded database and its files first.
 */

const OLDEST_NODE = [20, 12];
const since = Date.now();
const stops = [];
let ending = false;

/** Stops everything that was started, last first, and exits. */
async function end(code) {
  if (ending) return;
  ending = true;
  const { endRunning } = await import('./lib/run.mjs');
  endRunning();
  if (stops.length > 0) say('· Stopping …');
  for (const stop of stops.reverse())
    await Promise.resolve(stop()).catch((error) => console.error(sentence(error)));
  process.exit(code);
}

const fail = (error) => {
  if (ending) return;
  console.error(`✗ ${sentence(error)}`);
  return end(1);
};

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [a, b] = OLDEST_NODE;
  if (major < a || (major === a && minor < b))
    throw new Stop(
      `Guildhall needs Node.js ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`,
    );
}

async function checkPort(port, host) {
  const { portProblem } = await import('./lib/ports.mjs');
  const problem = await portProblem(port, host);
  if (problem === 'EADDRINUSE')
    throw new Stop(
      `Port ${port} is taken by another program. Choose another one, such as: PORT=${port + 1} npm start`,
    );
  if (problem === 'EACCES')
    throw new Stop(`This account may not listen on port ${port}. Choose one above 1023 with PORT.`);
  if (problem) throw new Stop(`HOST ${host} cannot be listened on (${problem}).`);
}

/** Waits until the site answers its own health check. */
async function healthy(port, host, url) {
  const at =
    host === '0.0.0.0'
      ? '127.0.0.1'
      : host === '::'
        ? '[::1]'
        : host.includes(':')
          ? `[${host}]`
          : host;
  let last = 'no answer';
  for (const until = Date.now() + 120_000; Date.now() < until && !ending; await sleep(50)) {
    try {
      const answer = await fetch(`http://${at}:${port}/api/health`);
      if (answer.ok) return;
      last = `${answer.status} ${await answer.text()}`;
    } catch (error) {
      last = error.message;
    }
  }
  throw new Stop(`The site at ${url} does not become healthy: ${last}`);
}

function showWelcome(url, { people, password }) {
  say(`\nGuildhall serves at ${url}   (${((Date.now() - since) / 1000).toFixed(1)} s)`);
  if (people.length > 0) {
    say(`\nDemo sign-ins, password for all: ${password}`);
    const width = Math.max(...people.map(({ role }) => role.length)) + 2;
    for (const { role, email } of people) say(`  ${role.padEnd(width)}${email}`);
  }
  say('\nCtrl-C stops it.');
}

async function start() {
  const dev = process.argv.includes('--dev');
  checkNode();
  await import('./lib/dotenv.mjs');
  const { keptSecret, makeDataDir, startSettings } = await import('./lib/settings.mjs');
  const { dataDir, demo, host, own, port } = startSettings(process.env, { dev });
  makeDataDir(dataDir);
  const { takeDataDir } = await import('./lib/alone.mjs');
  const { endOrphans, forgetPid } = await import('./lib/processes.mjs');
  await takeDataDir(dataDir);
  stops.push(() => endOrphans(dataDir).then(() => forgetPid(dataDir, 'start')));
  await checkPort(port, host);

  const { install } = await import('./lib/install.mjs');
  await install();

  const env = {
    ...process.env,
    NODE_ENV: dev ? 'development' : 'production',
    PORT: String(port),
    HOST: host,
    DATA_DIR: dataDir,
    DEMO: demo,
    LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
    NEXT_TELEMETRY_DISABLED: '1',
  };
  if (!env.AUTH_SECRET?.trim() && (!own || demo !== 'off')) env.AUTH_SECRET = keptSecret(dataDir);
  if (!own) {
    if (process.argv.includes('--fresh'))
      for (const part of ['postgres', 'files'])
        rmSync(join(dataDir, part), { recursive: true, force: true });
    const { startPostgres } = await import('./lib/embedded-postgres.mjs');
    const database = await step('Starting the embedded database', () =>
      startPostgres({
        dataDir,
        onDeath: () => say('! The database process ended; starting it again.'),
        onFailure: fail,
      }),
    );
    stops.push(() => database.stop());
    env.DATABASE_URL = database.url('guildhall');
  }

  const { prepare } = await import('./lib/prepare.mjs');
  const stamp = own ? undefined : join(dataDir, 'postgres', 'guildhall-prepared.json');
  const welcome = await prepare({ env, stamp });
  if (!dev) {
    const { build } = await import('./lib/build.mjs');
    await build();
  }
  const url = process.env.BASE_URL?.trim() || `http://localhost:${port}`;
  const { supervise } = await import('./lib/supervise.mjs');
  const serve = (name, file) =>
    supervise({ name, args: ['--import', 'tsx', file], env, dataDir, onGiveUp: fail });
  await step('Starting web and worker', async () => {
    const both = await Promise.allSettled([
      serve('web', 'bin/web.ts'),
      serve('worker', 'bin/worker.ts'),
    ]);
    for (const one of both) if (one.status === 'fulfilled') stops.push(one.value.stop);
    for (const one of both) if (one.status === 'rejected') throw one.reason;
    await healthy(port, host, url).catch((error) => {
      // Whatever is wrong with the database, the next start looks at it again.
      if (stamp) rmSync(stamp, { force: true });
      throw error;
    });
  });
  showWelcome(url, welcome);
  process.send?.({ serving: { url, databaseUrl: env.DATABASE_URL, secret: env.AUTH_SECRET } });
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(0));
// npm passes a signal on to its shell, which dies of it without a word to this process.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && end(0), 500).unref();
}
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
start().catch(fail);
