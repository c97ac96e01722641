import { spawn } from 'node:child_process';
import { mentionsFullDisk, Stop } from './say.mjs';

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, uid?: number, gid?: number, stdio?: any[], show?: boolean, signal?: AbortSignal }} [options]
 *   `show` passes its output through as it comes; else the output is kept for the answer.
 * @returns {Promise<{ code: number, output: string }>} the exit code and everything it wrote
 */
export function run(command, args, options = {}) {
  const { show = false, stdio = ['ignore', 'pipe', 'pipe'], ...rest } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...rest, stdio });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => {
        output += chunk;
        if (show) process.stdout.write(chunk);
      });
    child.on('error', (error) =>
      error.name === 'AbortError' ? resolve({ code: 130, output }) : reject(error),
    );
    child.on('close', (code, signal) => resolve({ code: code ?? (signal ? 1 : 0), output }));
  });
}

/** Runs a program that has to succeed. @throws {Stop} with `complaint` and the end of the output. */
export async function mustRun(complaint, command, args, options) {
  const { code, output } = await run(command, args, options);
  if (code === 0) return output;
  if (mentionsFullDisk(output))
    throw new Stop('The disk is full. Free some space and start again.');
  const tail = options?.show ? '' : `\n${output.trim().split('\n').slice(-25).join('\n')}`;
  throw new Stop(`${complaint}${tail}`);
}
