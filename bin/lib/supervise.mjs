import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { endProcess, forgetPid, writePid } from './processes.mjs';
import { Stop, say } from './say.mjs';

const GIVE_UP_AFTER = 5;

/**
 * Keeps one of our own processes running: when it dies it is started again, more slowly each time; when it dies five
 * times in a row within ten seconds of its start, `onGiveUp` hears of it.
 * @param {{ name: string, args: string[], env: NodeJS.ProcessEnv, dataDir: string, onGiveUp: (error: Error) => void }} plan
 *   `args` for node; the process says 'ready' over its channel when it serves
 * @returns {Promise<{ stop: () => Promise<void> }>} once it serves
 * @throws {Stop} when it ends before it serves for the first time
 */
export function supervise({ name, args, env, dataDir, onGiveUp }) {
  let child;
  let stopping = false;
  let quickDeaths = 0;

  const stop = async () => {
    stopping = true;
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null)
      return forgetPid(dataDir, name);
    if (child.connected) child.send('stop');
    await endProcess(child.pid, process.platform === 'win32' ? 0 : 'SIGTERM', 12_000);
    forgetPid(dataDir, name);
  };

  return new Promise((resolve, reject) => {
    let served = false;
    const launch = () => {
      const since = Date.now();
      child = spawn(process.execPath, args, {
        env,
        detached: true,
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      });
      writePid(dataDir, name, child.pid);
      child.on('message', (message) => {
        if (message !== 'ready') return;
        served = true;
        resolve({ stop });
      });
      child.once('exit', async (code, signal) => {
        forgetPid(dataDir, name);
        if (stopping) return;
        if (!served)
          return reject(
            new Stop(`The ${name} process ended before it served (${signal ?? `code ${code}`}).`),
          );
        quickDeaths = Date.now() - since < 10_000 ? quickDeaths + 1 : 0;
        if (quickDeaths >= GIVE_UP_AFTER)
          return onGiveUp(
            new Stop(`The ${name} process keeps ending (${signal ?? `code ${code}`}).`),
          );
        say(`! The ${name} process ended (${signal ?? `code ${code}`}); starting it again.`);
        await sleep(quickDeaths * 500);
        if (!stopping) launch();
      });
    };
    launch();
  });
}
