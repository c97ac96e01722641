import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Which processes belong to a data folder. Each has a file `run/<name>.json` with its id and its time of birth, so
 * that a later start finds what a killed one left behind and never takes a stranger with a reused id for it.
 */

/** When a process was born, in the system's own words; undefined when it does not run (a zombie does not). */
export function birthOf(pid) {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (fields[0] === 'Z') return undefined;
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
      return `${boot}:${fields[19]}`;
    }
    const [command, args] =
      process.platform === 'win32'
        ? ['powershell', ['-NoProfile', '-Command', `(Get-Process -Id ${pid}).StartTime.Ticks`]]
        : ['ps', ['-o', 'lstart=', '-p', String(pid)]];
    return (
      execFileSync(command, args, {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim() || undefined
    );
  } catch {
    return undefined;
  }
}

const runDir = (dataDir) => join(dataDir, 'run');

/** Writes down that `pid` is the data folder's process `name`. */
export function writePid(dataDir, name, pid) {
  mkdirSync(runDir(dataDir), { recursive: true });
  writeFileSync(
    join(runDir(dataDir), `${name}.json`),
    JSON.stringify({ pid, birth: birthOf(pid) }),
  );
}

/** Forgets the process `name`. */
export const forgetPid = (dataDir, name) =>
  rmSync(join(runDir(dataDir), `${name}.json`), { force: true });

/** The id of the data folder's process `name` when it still runs. */
export function livingPid(dataDir, name) {
  try {
    const { pid, birth } = JSON.parse(readFileSync(join(runDir(dataDir), `${name}.json`), 'utf8'));
    return birth !== undefined && birthOf(pid) === birth ? pid : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Ends a process: `signal` first, SIGKILL when it has not ended after `graceMs`.
 * @returns when it is gone
 */
export async function endProcess(pid, signal, graceMs) {
  const birth = birthOf(pid);
  if (birth === undefined) return;
  const send = (what) => {
    try {
      process.kill(pid, what);
    } catch {
      // it ended in between
    }
  };
  send(signal);
  for (const until = Date.now() + graceMs; Date.now() < until; await sleep(50))
    if (birthOf(pid) !== birth) return;
  send('SIGKILL');
  for (const until = Date.now() + 5000; Date.now() < until; await sleep(50))
    if (birthOf(pid) !== birth) return;
}

/** Ends what an earlier, killed start left running on this data folder: the servers first, the database last. */
export async function endOrphans(dataDir) {
  let names = [];
  try {
    names = readdirSync(runDir(dataDir)).flatMap(
      (file) => /^([\w-]+)\.json$/.exec(file)?.[1] ?? [],
    );
  } catch {
    return [];
  }
  const order = (name) => (name === 'postgres' ? 1 : 0);
  const ended = [];
  for (const name of names.sort((a, b) => order(a) - order(b))) {
    if (name === 'start') continue;
    const pid = livingPid(dataDir, name);
    if (pid !== undefined) {
      await endProcess(pid, name === 'postgres' ? 'SIGINT' : 'SIGTERM', 8000);
      ended.push(name);
    }
    forgetPid(dataDir, name);
  }
  return ended;
}
