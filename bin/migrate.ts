import './lib/dotenv.mjs';
import { migrate } from '../db/migrate';
import { env } from '../lib/env';
import { explain } from './lib/explain';

/** `npm run db:migrate`: brings the database of DATABASE_URL up to date. */
try {
  await migrate(env().DATABASE_DIRECT_URL);
  console.log('The database is up to date.');
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
