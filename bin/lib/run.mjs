import { spawn } from 'node:child_process';
import { mentionsFullDisk, Stop } from './say.mjs';

const running = new Set();

/** Ends the programs that `run` started and that have not ended yet. */
export const endRunning = () => {
  for (const child of running) child.kill('SIGTERM');
};

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, uid?: number, gid?: number, shell?: boolean, stdio?: any[], show?: boolean, onMessage?: (message: any) => void }} [options]
 *   `show` passes its output through as it comes; else the output is kept for the answer
 * @returns {Promise<{ code: number, output: string }>} the exit code and everything it wrote
 */
export function run(command, args, options = {}) {
  const { show = false, onMessage, ...rest } = options;
  const stdio = rest.stdio ?? ['ignore', 'pipe', 'pipe', ...(onMessage ? ['ipc'] : [])];
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...rest, stdio });
    running.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => {
        output += chunk;
        if (show) process.stdout.write(chunk);
      });
    if (onMessage) child.on('message', onMessage);
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output });
    });
  });
}

/**
 * Runs a program that has to succeed.
 * @param {string} complaint what to say when it does not
 * @param {string} command
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 * @returns {Promise<string>} what it wrote
 * @throws {Stop} with `complaint` and the end of the output
 */
export async function mustRun(complaint, command, args, options) {
  const { code, output } = await run(command, args, options);
  if (code === 0) return output;
  if (mentionsFullDisk(output))
    throw new Stop('The disk is full. Free some space and start again.');
  const tail = options?.show ? '' : output.trim().split('\n').slice(-25).join('\n');
  throw new Stop([complaint, tail].filter(Boolean).join('\n'));
}
