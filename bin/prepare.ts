import './lib/dotenv.mjs';
import { closeDatabase } from '../db/client';
import { migrate } from '../db/migrate';
import { seedDemo } from '../db/seed';
import { seedAgreements } from '../db/seed/agreement';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '../db/seed/people';
import { env } from '../lib/env';
import { explain } from './lib/explain';

/** What `npm start` does once settings and database are there: checks every setting, migrates, seeds the demo. */
try {
  const { DATABASE_DIRECT_URL, DEMO } = env();
  await migrate(DATABASE_DIRECT_URL);
  await seedAgreements();
  if (DEMO) {
    await seedDemo((name) => process.send?.({ say: `demo: ${name}` }));
    const people = DEMO_PEOPLE.map(({ role, email }) => ({ role, email }));
    process.send?.({ welcome: { people, password: DEMO_PASSWORD } });
  }
  await closeDatabase();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
if (process.connected) process.disconnect();
