import { setTimeout as pause } from 'node:timers/promises';
import type { House } from '../../bin/checks/house';

/** When the site could not serve because it, or its database, had been killed. Times are milliseconds since 1970. */
export class Outages {
  private readonly spans: { from: number; to: number }[] = [];

  /** Notes the outage that a kill begins; it ends when the victim runs again and the site calls itself healthy. */
  begin(house: House, victim: string, pid: number): void {
    const span = { from: Date.now(), to: Number.POSITIVE_INFINITY };
    this.spans.push(span);
    const watch = async () => {
      while (house.child.exitCode === null) {
        const again = house.pids()[victim];
        const health = again && again !== pid ? await house.health() : undefined;
        if (health && health.status !== 'down') {
          span.to = Date.now();
          return;
        }
        await pause(100);
      }
    };
    // A file of `run` may vanish while it is read.
    const begin = () => watch().catch(() => setTimeout(begin, 100));
    begin();
  }

  /** Whether there was an outage at any moment of this time. */
  during(from: number, to: number): boolean {
    return this.spans.some((span) => span.from <= to && from <= span.to);
  }

  /** Seconds of all outages, and of the longest. */
  get seconds(): { together: number; longest: number } {
    const each = this.spans.map(({ from, to }) => (Math.min(to, Date.now()) - from) / 1000);
    return { together: each.reduce((a, b) => a + b, 0), longest: Math.max(0, ...each) };
  }
}
