import { setTimeout as pause } from 'node:timers/promises';

const VICTIMS = ['web', 'worker', 'postgres', 'driver'] as const;
export type Victim = (typeof VICTIMS)[number];

/** Ends processes with SIGKILL at moments drawn from the seed: each kind once, then whichever comes. */
export class Killer {
  readonly kills: Record<string, number> = {};
  private killed = 0;
  private nextAt = 0;

  constructor(
    private readonly plan: { events: number; kills: number; seconds: number },
    private readonly random: () => number,
    private readonly on: {
      pidOf: (victim: Victim) => number | undefined;
      /** Told right before the kill. */
      before: (victim: Victim, pid: number) => void;
      say: (line: string) => void;
    },
  ) {}

  /**
   * Kills when it is time to. Kills are spread over the events, so that a slow machine is not killed more often than it
   * works; where events are very slow, over the time, so that no kill is left out.
   */
  async look(events: number, seconds: number): Promise<void> {
    const { plan, killed, random } = this;
    const late = seconds > (plan.seconds * (killed + 1)) / (plan.kills + 1);
    if (killed >= plan.kills || (events < this.nextAt && !late)) return;
    this.nextAt = events + (plan.events / (plan.kills + 1)) * (0.5 + random());
    const victim =
      VICTIMS[killed < VICTIMS.length ? killed : Math.floor(random() * VICTIMS.length)];
    await pause(random() * 400);
    const pid = victim && this.on.pidOf(victim);
    if (!pid) return;
    this.on.before(victim, pid);
    if (!kill(pid)) return;
    this.killed += 1;
    this.kills[victim] = (this.kills[victim] ?? 0) + 1;
    const at = `${String(events).padStart(6)} events, ${seconds.toFixed(0).padStart(4)} s`;
    this.on.say(`${at}: killed ${victim}`);
  }
}

function kill(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    return false;
  }
}
