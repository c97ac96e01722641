import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { birthOf, endOrphans, forgetPid, livingPid } from './processes.mjs';
import { Stop, say } from './say.mjs';

/**
 * Takes the data folder for this process alone, and ends what a killed start left running on it.
 * @throws {Stop} when another start holds it
 */
export async function takeDataDir(dataDir) {
  for (;;) {
    try {
      const mine = JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) });
      writeFileSync(join(dataDir, 'run', 'start.json'), mine, { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const other = livingPid(dataDir, 'start');
      if (other !== undefined)
        throw new Stop(
          `Guildhall already runs on ${dataDir} (process ${other}). Stop it, or choose another folder with DATA_DIR.`,
        );
      forgetPid(dataDir, 'start');
    }
  }
  const ended = await endOrphans(dataDir);
  if (ended.length > 0) say(`· Ended what an earlier start left running: ${ended.join(', ')}`);
}
