import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Processes that fire events; whoever is killed is replaced. */
export class Drivers {
  /** What ended by itself, which none of them should. */
  readonly complaints: string[] = [];
  private readonly running: (ChildProcess | undefined)[] = [];
  private hiring = true;

  constructor(
    private readonly plan: {
      castFile: string;
      journals: string[];
      lanes: number;
      env: NodeJS.ProcessEnv;
      /** A new one for every process. */
      seed: () => number;
    },
  ) {
    plan.journals.forEach((_, i) => {
      this.hire(i);
    });
  }

  private hire(i: number): void {
    const { castFile, journals, lanes, env, seed } = this.plan;
    const args = [castFile, journals[i] ?? '', String(seed()), String(lanes)];
    const child = spawn(process.execPath, ['--import', 'tsx', 'bench/crash/driver.ts', ...args], {
      env,
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(0, 2000);
    });
    this.running[i] = child;
    child.once('exit', (code) => {
      if (code) this.complaints.push(`a driver failed: ${said.trim()}`);
      // One that always fails would be hired for ever.
      if (this.hiring && this.complaints.length < 5) this.hire(i);
    });
  }

  pid(i: number): number | undefined {
    return this.running[i]?.pid;
  }

  /** Lets them bring what they are at to its end, and waits. */
  async end(): Promise<void> {
    this.hiring = false;
    for (const child of this.running) child?.kill('SIGTERM');
    await Promise.all(this.running.map((child) => child && gone(child)));
  }

  kill(): void {
    this.hiring = false;
    for (const child of this.running) child?.kill('SIGKILL');
  }
}

/** Files to which a driver each writes what it was answered. */
export function makeJournals(folder: string, count: number): string[] {
  const journals = Array.from({ length: count }, (_, i) => join(folder, `journal-${i}`));
  for (const journal of journals) writeFileSync(journal, '');
  return journals;
}

const gone = (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise<void>((done) => child.once('exit', () => done()));
