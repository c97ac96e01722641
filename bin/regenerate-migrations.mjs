import { rmSync } from 'node:fs';
import { mustRun } from './lib/run.mjs';

/**
 * `npm run db:regen`: writes the one initial migration anew from `db/schema`. For the time before the first release
 * only: databases made earlier no longer match (`npm start -- --fresh`).
 */
rmSync('db/migrations', { recursive: true, force: true });
await mustRun(
  'The migration could not be written.',
  'npx',
  ['drizzle-kit', 'generate', '--name', 'init'],
  { show: true },
);
