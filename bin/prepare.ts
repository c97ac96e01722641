import './lib/dotenv.mjs';
import { closeDatabase } from '../db/client';
import {
  databaseExists,
  databaseName,
  dropDatabase,
  renameDatabase,
  siblingDatabase,
} from '../db/databases';
import { migrate } from '../db/migrate';
import { seedDemo } from '../db/seed';
import { seedAgreements } from '../db/seed/agreement';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '../db/seed/people';
import { parseEnv } from '../lib/env';
import { explain } from './lib/explain';

/**
 * What `npm start` does once settings and database are there: checks every setting, migrates, seeds the demo. The
 * demo of a database that does not exist yet is made under another name first, so a half-made one is never used.
 */
async function prepare() {
  const { DATABASE_DIRECT_URL: url, DEMO } = parseEnv(process.env);
  const name = databaseName(url);
  const making = DEMO && !(await databaseExists(url));
  const target = making ? siblingDatabase(url, `${name}_making`) : url;
  if (making) {
    await dropDatabase(target);
    process.env.DATABASE_URL = target;
    process.env.DATABASE_DIRECT_URL = target;
  }
  await migrate(target);
  if (DEMO) {
    await seedDemo((step) => process.send?.({ say: `demo: ${step}` }));
    const people = DEMO_PEOPLE.map(({ role, email }) => ({ role, email }));
    process.send?.({ welcome: { people, password: DEMO_PASSWORD } });
  }
  await seedAgreements();
  await closeDatabase();
  if (making) await renameDatabase(target, name);
}

try {
  await prepare();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
if (process.connected) process.disconnect();
