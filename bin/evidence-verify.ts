// npm run evidence:verify [-- STREAM]: follows the hash chains of the operation log and names the first broken record.
import './lib/dotenv.mjs';
import { explain } from './lib/explain';
import { withDatabase } from './lib/with-database.mjs';

try {
  const end = await withDatabase();
  const { verifyLog } = await import('@/lib/audit/verify-log');
  const { closeDatabase } = await import('@/db/client');
  const { records, streams, broken } = await verifyLog(process.argv[2]);
  await closeDatabase();
  await end();
  if (broken) {
    console.error(`broken: ${broken.stream} record ${broken.seq} (${broken.id}): ${broken.reason}`);
    process.exitCode = 1;
  } else {
    console.log(`${records} records in ${streams} streams: whole`);
  }
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
