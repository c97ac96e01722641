import type { Sql } from 'postgres';
import { verifyLog } from '@/lib/audit/verify-log';
import { system } from '@/lib/auth/actor';
import { reconcile } from '@/lib/money/reconcile';
import { storage } from '@/lib/storage/current';
import { storedKeys } from './catalog';
import { BackupProblem, type Manifest } from './format';

/** What a restored installation was found to hold. */
export interface Found {
  records: number;
  entries: number;
  files: number;
}

/**
 * Holds a restored installation against itself: the operation log's chains are whole, the ledger balances, and every
 * file that a row names is in the store.
 * @throws {BackupProblem} naming the first thing that is wrong
 */
export async function checkRestored(sql: Sql, { files }: Manifest): Promise<Found> {
  const { records, broken } = await verifyLog();
  if (broken)
    throw new BackupProblem(
      `Record ${broken.seq} of ${broken.stream} in the operation log is broken.`,
    );
  const { entries, differences } = await reconcile(system('restore'));
  const [difference] = differences;
  if (difference)
    throw new BackupProblem(
      `The ledger does not balance: ${difference.code} at ${difference.subject}.`,
    );
  const store = await storage();
  const gone = new Set(files.gone);
  let there = 0;
  await sql.begin(async (tx) => {
    for await (const page of storedKeys(tx)) {
      for (const { key } of page.filter((row) => !gone.has(row.key))) {
        if (!(await store.stat(key))) throw new BackupProblem(`The file ${key} did not come back.`);
        there += 1;
      }
    }
  });
  return { records, entries, files: there };
}
