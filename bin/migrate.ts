import './lib/dotenv.mjs';
import { closeDatabase } from '../db/client';
import { migrate } from '../db/migrate';
import { seedAgreements } from '../db/seed/agreement';
import { env } from '../lib/env';
import { explain } from './lib/explain';

/** `npm run db:migrate`: brings the database of DATABASE_URL up to date. */
try {
  await migrate(env().DATABASE_DIRECT_URL);
  await seedAgreements();
  await closeDatabase();
  console.log('The database is up to date.');
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
