import { spawn } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { answers, freePort, portProblem } from './ports.mjs';
import { postgresBinaries } from './postgres-binaries.mjs';
import { endProcess, forgetPid, writePid } from './processes.mjs';
import { run } from './run.mjs';
import { mentionsFullDisk, Stop } from './say.mjs';

/**
 * The database that comes with Guildhall: a cluster in `<dataDir>/postgres`, on loopback only, for this user only
 * (no password), its log in `<dataDir>/postgres.log`.
 */

// As root on Linux the server runs under another account, which may not be able to walk down to the data folder. It
// is handed the opened folder instead of a path, so the data stays where DATA_DIR says.
const viaDescriptor = (as) => as !== undefined && process.platform === 'linux';

/** Opens the folder for a child: the path it has to use and the descriptors it has to be given. */
function handOver(folder, as) {
  if (!viaDescriptor(as)) return { path: folder, descriptors: [], close: () => {} };
  const fd = openSync(folder, 'r');
  return { path: '/proc/self/fd/3', descriptors: [fd], close: () => closeSync(fd) };
}

/** Makes a new cluster beside the final place and moves it there, so that an interrupted one is never used. */
async function createCluster(folder, { bin, as }) {
  const half = `${folder}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  if (as) chownSync(half, as.uid, as.gid);
  const { path, descriptors, close } = handOver(half, as);
  const options = [
    '-U',
    'app',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '--data-checksums',
  ];
  if (process.platform !== 'linux')
    options.splice(options.indexOf('--locale=C.UTF-8'), 1, '--no-locale');
  const { code, output } = await run(join(bin, 'initdb'), ['-D', path, ...options], {
    ...as,
    cwd: as ? '/' : undefined,
    stdio: ['ignore', 'pipe', 'pipe', ...descriptors],
  });
  close();
  if (code !== 0) {
    rmSync(half, { recursive: true, force: true });
    if (mentionsFullDisk(output))
      throw Object.assign(new Error('initdb'), { code: 'ENOSPC', path: folder });
    throw new Stop(`The embedded database could not be created in ${folder}:\n${output.trim()}`);
  }
  renameSync(half, folder);
}

/** A cluster of another major version cannot be opened; say so before the server's log does. */
function checkVersion(folder, version) {
  const made = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (made !== version.split('.')[0])
    throw new Stop(
      `The database in ${folder} was made by PostgreSQL ${made}, but ${version} is installed. See "Upgrade" in README.md.`,
    );
}

/** The port of last time when it is free, else a new one; remembered in the data folder. */
async function choosePort(dataDir, wanted) {
  const file = join(dataDir, 'postgres.port');
  const before = wanted ?? (existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0);
  const port = before > 0 && !(await portProblem(before, '127.0.0.1')) ? before : await freePort();
  writeFileSync(file, String(port));
  return port;
}

/** Whether the server wrote that it is ready; a file left by a dead one names another process. */
function saysReady(folder, pid) {
  try {
    const lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

function openLog(dataDir) {
  const file = join(dataDir, 'postgres.log');
  const long = existsSync(file) && statSync(file).size > 5_000_000;
  return { file, fd: openSync(file, long ? 'w' : 'a') };
}

/** Starts the server once. @returns the child, or what its log said when it ended instead */
async function launch({ dataDir, folder, binaries, port, options }) {
  const { file, fd } = openLog(dataDir);
  const from = statSync(file).size;
  const { path, descriptors, close } = handOver(folder, binaries.as);
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...options };
  const child = spawn(
    join(binaries.bin, 'postgres'),
    [
      '-D',
      path,
      '-p',
      String(port),
      ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`]),
    ],
    {
      ...binaries.as,
      cwd: binaries.as ? '/' : undefined,
      detached: true,
      stdio: ['ignore', fd, fd, ...descriptors],
    },
  );
  closeSync(fd);
  close();
  let ended = false;
  child.once('exit', () => {
    ended = true;
  });
  child.once('error', () => {
    ended = true;
  });
  if (child.pid) writePid(dataDir, 'postgres', child.pid);
  while (!ended) {
    if (saysReady(folder, child.pid) && (await answers(port))) return { child };
    await sleep(20);
  }
  return { said: readFileSync(file).subarray(from).toString() };
}

const DEAD_BUT_LISTED = /lock file "postmaster\.pid" already exists|shared memory block .* in use/;

/** Starts the server; a dead one's lock file or a port taken meanwhile is waited for, up to ten seconds. */
async function launchPatiently(plan) {
  const { dataDir } = plan;
  let { port } = plan;
  const until = Date.now() + 10_000;
  for (;;) {
    const { child, said } = await launch({ ...plan, port });
    if (child) return { child, port };
    const portTaken = /could not bind|address already in use/i.test(said);
    if (mentionsFullDisk(said))
      throw Object.assign(new Error('postgres'), { code: 'ENOSPC', path: plan.folder });
    if (Date.now() > until || !(portTaken || DEAD_BUT_LISTED.test(said)))
      throw new Stop(
        `The embedded database does not start:\n${said.trim().split('\n').slice(-12).join('\n')}`,
      );
    if (portTaken && !plan.fixedPort) port = await choosePort(dataDir);
    await sleep(250);
  }
}

/**
 * Starts the embedded database and keeps it running: when its process dies it is started again on the same port.
 * @param {{ dataDir: string, port?: number, options?: Record<string, string>, onDeath?: () => void, onFailure?: (error: Error) => void }} wish
 *   `options` are server settings (`fsync: 'off'` for throwaway ones); `onDeath` hears of every restart, `onFailure`
 *   of the one that did not succeed
 * @returns {Promise<{ port: number, url: (database: string) => string, stop: () => Promise<void> }>}
 * @throws {Stop} with a sentence when it cannot be started
 */
export async function startPostgres({ dataDir, port: wanted, options = {}, onDeath, onFailure }) {
  mkdirSync(dataDir, { recursive: true });
  const binaries = await postgresBinaries(dataDir);
  const folder = join(dataDir, 'postgres');
  if (!existsSync(join(folder, 'PG_VERSION'))) await createCluster(folder, binaries);
  checkVersion(folder, binaries.version);
  if (binaries.as && statSync(folder).uid !== binaries.as.uid)
    await run('chown', ['-R', `${binaries.as.uid}:${binaries.as.gid}`, folder]);

  let stopping = false;
  let current;
  const plan = { dataDir, folder, binaries, options, port: await choosePort(dataDir, wanted) };
  const watch = (child) => {
    current = child;
    child.once('exit', async () => {
      if (stopping) return;
      onDeath?.();
      try {
        const again = await launchPatiently({ ...plan, fixedPort: true });
        if (stopping) await endProcess(again.child.pid, 'SIGINT', 10_000);
        else watch(again.child);
      } catch (error) {
        onFailure?.(error);
      }
    });
  };
  const first = await launchPatiently(plan);
  plan.port = first.port;
  watch(first.child);
  return {
    port: plan.port,
    url: (database) => `postgres://app@127.0.0.1:${plan.port}/${database}`,
    stop: async () => {
      stopping = true;
      if (current.pid) await endProcess(current.pid, 'SIGINT', 10_000);
      forgetPid(dataDir, 'postgres');
    },
  };
}
