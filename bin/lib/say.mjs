/** How the commands speak: one line per step while it runs, one when it is done, one sentence when it fails. */

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** A failure with a sentence for the person at the keyboard; it ends the command without a stack. */
export class Stop extends Error {}

/** @param {string} line */
export const say = (line) => process.stdout.write(`${line}\n`);

/**
 * Runs one step and shows it: its name at once, a sign of life every ten seconds, its time at the end.
 * @template T
 * @param {string} name what is being done
 * @param {() => Promise<T> | T} run
 * @returns {Promise<T>}
 */
export async function step(name, run) {
  const since = Date.now();
  say(`· ${name} …`);
  const alive = setInterval(() => say(`  … ${name}, ${seconds(since)} so far`), 10_000);
  try {
    const result = await run();
    say(`✓ ${name} (${seconds(since)})`);
    return result;
  } finally {
    clearInterval(alive);
  }
}

/** Turns any error into the sentence to show. */
export function sentence(error) {
  if (error instanceof Stop) return error.message;
  if (error?.code === 'ENOSPC' || mentionsFullDisk(error?.message))
    return `The disk is full${error.path ? ` (writing ${error.path})` : ''}. Free some space and start again.`;
  if (error?.code === 'EACCES' || error?.code === 'EROFS')
    return `No permission to write ${error.path ?? 'a file'}. Choose another folder with DATA_DIR.`;
  return error?.stack ?? String(error);
}

/** Whether a program's output says that the disk is full. */
export const mentionsFullDisk = (text) =>
  /ENOSPC|no space left on device|disk quota exceeded|check free disk space/i.test(text ?? '');
