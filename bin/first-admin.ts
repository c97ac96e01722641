// npm run staff:first-admin -- EMAIL: makes an existing account the first administrator of a new installation.
import './lib/dotenv.mjs';
import { explain } from './lib/explain';
import { withDatabase } from './lib/with-database.mjs';

try {
  const email = process.argv[2];
  if (!email)
    throw new Error('Say whom: npm run staff:first-admin -- EMAIL (the account must exist).');
  const end = await withDatabase();
  const { closeDatabase } = await import('@/db/client');
  const { nameFirstAdmin } = await import('@/lib/records/operator/first-admin');
  const done = await nameFirstAdmin(email);
  await closeDatabase();
  await end();
  if (done) console.log(`${email} administers this installation now.`);
  else {
    console.error(
      'This installation has an administrator already; staff are added under Operations, Staff.',
    );
    process.exitCode = 1;
  }
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
