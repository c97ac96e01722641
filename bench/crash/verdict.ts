import { sql } from 'drizzle-orm';
import { verifyLog } from '@/lib/audit/verify-log';
import type { Actor } from '@/lib/auth/actor';
import { reconcile } from '@/lib/money/reconcile';
import type { PostOffice } from './post-office';
import { judgeAnswers } from './verdict/answers';
import { Case } from './verdict/case';
import { judgeEvents } from './verdict/events';
import { judgeFiles } from './verdict/files';
import { judgeNotices } from './verdict/notices';
import { judgeInvoices, judgeReviews, judgeVouchers } from './verdict/sales';
import { judgeOrders, judgeQuarrels } from './verdict/states';

export interface Verdict {
  /** What is wrong, one line each; empty when nothing is. */
  wrong: string[];
  figures: Record<string, number>;
}

/** Holds the database against itself, against what the drivers were told, and against what the post office got. */
export async function judge(
  staff: Actor,
  { journals, post, dataDir }: { journals: string[]; post: PostOffice; dataDir: string },
): Promise<Verdict> {
  const found = new Case();
  await judgeEvents(found);
  await judgeAnswers(found, journals);
  await judgeOrders(found);
  await judgeQuarrels(found);
  await judgeVouchers(found);
  await judgeInvoices(found);
  await judgeReviews(found);
  await judgeFiles(found, dataDir);
  await judgeNotices(found, post);
  await found.expectNone(
    'jobs that are stuck or were given up',
    sql`select id::text, attempts, max_attempts, locked_by, left(last_error, 200) as error from graphile_worker._private_jobs
      where attempts >= max_attempts or run_at < now() - interval '5 seconds'
        or (locked_by is not null and not exists (select from worker_heartbeat h where h.id = locked_by))`,
  );
  const { records, streams, broken } = await verifyLog();
  Object.assign(found.figures, { records, streams });
  if (broken) found.wrong.push(`evidence broken: ${broken.stream} ${broken.seq} ${broken.reason}`);
  const { differences, total, entries } = await reconcile(staff);
  found.figures.ledgerEntries = entries;
  if (total !== 0n) found.wrong.push(`the ledger sums to ${total}`);
  for (const { code, subject } of differences) found.wrong.push(`ledger: ${code} ${subject}`);
  return found;
}
