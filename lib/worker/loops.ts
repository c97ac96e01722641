import { log } from '../log';
import type { WorkerSession } from './session';
import type { Sweep } from './sweeps/all';

/** Something that runs again and again until stopped. `stop` waits for the round under way. */
export type Loop = { stop: () => Promise<void> };

/**
 * Runs `round` every `pauseMs`, counted from the end of the last; `true` from it asks for the next at once. A failed
 * round is logged and tried again after the pause.
 */
export function loop(
  name: string,
  pauseMs: number,
  round: () => Promise<boolean | undefined>,
): Loop {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let current: Promise<void> = Promise.resolve();
  const once = async () => {
    let again = false;
    try {
      again = (await round()) ?? false;
    } catch (error) {
      log('worker').error({ err: error, loop: name }, 'round failed');
    }
    if (!stopped) timer = setTimeout(start, again ? 0 : pauseMs);
  };
  const start = () => {
    current = once();
  };
  start();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await current;
    },
  };
}

/** Starts the loops of all sweeps. */
export function sweepLoops(session: WorkerSession, sweeps: Sweep[]): Loop[] {
  return sweeps.map(({ name, everySeconds, run }) =>
    loop(`sweep ${name}`, everySeconds * 1000, async () => {
      const result = await session.alone(name, run);
      if (result && result.done > 0) log('worker').info({ sweep: name, ...result }, 'swept');
      return result?.more;
    }),
  );
}
