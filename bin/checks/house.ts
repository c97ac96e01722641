import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SETTING_NAMES } from '../../lib/env';
import type { Health } from '../../lib/health';
import { birthOf, endOrphans } from '../lib/processes.mjs';

// What the test runner or the person running it has set must not reach the house under test.
const KEPT_OUT = new Set([...SETTING_NAMES, 'DEV', 'PROD', 'MODE', 'SSR', 'TEST']);

/** A start of the house under test: what it prints, which processes it has, and ways to end it. */
export class House {
  output = '';
  complaints = '';
  readonly child: ChildProcess;

  /** @param command `npm start`, or node with arguments; it gets a process group of its own, like a terminal's job */
  constructor(
    readonly dataDir: string,
    readonly port: number,
    env: Record<string, string> = {},
    command: string[] = [process.execPath, 'bin/start.mjs'],
  ) {
    const [program = '', ...args] = command;
    const inherited = Object.entries(process.env).filter(
      ([name]) => !KEPT_OUT.has(name) && !/^(npm_|VITEST)/.test(name),
    );
    this.child = spawn(program, args, {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...Object.fromEntries(inherited),
        NODE_ENV: 'production',
        DATA_DIR: dataDir,
        PORT: String(port),
        ...env,
      },
    });
    this.child.stdout?.on('data', (chunk) => {
      this.output += chunk;
    });
    this.child.stderr?.on('data', (chunk) => {
      this.complaints += chunk;
    });
  }

  /** Waits until it says that it serves. @returns milliseconds it took */
  async serves(): Promise<number> {
    const since = Date.now();
    while (!this.output.includes('Ctrl-C stops it')) {
      if (this.child.exitCode !== null)
        throw new Error(`it ended:\n${this.output}${this.complaints}`);
      await sleep(20);
    }
    return Date.now() - since;
  }

  /** Waits until it has ended. @returns its exit code */
  async ended(): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null)
      await once(this.child, 'exit');
    return this.child.exitCode;
  }

  /** The processes that belong to it, by name. */
  pids(): Record<string, number> {
    const folder = join(this.dataDir, 'run');
    const files = existsSync(folder) ? readdirSync(folder).filter((f) => f.endsWith('.json')) : [];
    return Object.fromEntries(
      files.flatMap((file) => {
        const text = textOf(join(folder, file));
        return text ? [[file.slice(0, -5), JSON.parse(text).pid as number]] : [];
      }),
    );
  }

  /** Ctrl-C in its terminal: the signal goes to the whole job. */
  ctrlC(): void {
    process.kill(-(this.child.pid ?? 0), 'SIGINT');
  }

  /** The answer of its health check, or undefined when nobody answers. */
  async health(): Promise<Health | undefined> {
    try {
      return (await fetch(`http://127.0.0.1:${this.port}/api/health`)).json() as Promise<Health>;
    } catch {
      return undefined;
    }
  }

  /** Ends whatever a failed test left, and its data. */
  async remove(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      this.child.kill('SIGTERM');
      await this.ended();
    }
    await endOrphans(this.dataDir);
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

/** What a file holds: nothing while its process is just starting, or has just ended. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Which of these processes still run. */
export const alive = (pids: Record<string, number>): string[] =>
  Object.keys(pids).filter((name) => birthOf(pids[name] ?? 0) !== undefined);
