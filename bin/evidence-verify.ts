// npm run evidence:verify [-- STREAM]: follows the hash chains of the operation log and names the first broken record.
import { closeDatabase } from '@/db/client';
import { verifyLog } from '@/lib/audit/verify-log';

const { records, streams, broken } = await verifyLog(process.argv[2]);
await closeDatabase();
if (broken) {
  console.error(`broken: ${broken.stream} record ${broken.seq} (${broken.id}): ${broken.reason}`);
  process.exitCode = 1;
} else {
  console.log(`${records} records in ${streams} streams: whole`);
}
