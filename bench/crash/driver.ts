// A process that fires events through the commands, as a web process does for people. Killed by the run that starts it.
import { readFileSync } from 'node:fs';
import type { Cast } from './cast';
import { play } from './lives';
import { randomFrom } from './random';

const [castFile = '', journal = '', seed = '1', lanes = '1'] = process.argv.slice(2);
const cast = JSON.parse(readFileSync(castFile, 'utf8')) as Cast;
let stopping = false;
process.on('SIGTERM', () => {
  stopping = true;
  setTimeout(() => process.exit(0), 5000).unref();
});
await Promise.all(
  Array.from({ length: Number(lanes) }, (_, i) => {
    const company = cast.companies[i];
    if (!company) throw new Error('too few companies');
    return play({ cast, company, journal, random: randomFrom(Number(seed) + i) }, () => stopping);
  }),
);
process.exit(0);
