import { and, count, eq, gte, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { files } from '@/db/schema';
import { formatBytes } from '@/lib/i18n/format';
import type { SettingReader } from '@/lib/settings/read';
import { FileRefused } from './refusal';

/** Who a file belongs to: a merchant, or the person who uploaded it. */
export type FileOwner = { merchantId: string } | { accountId: string };

/**
 * Holds an owner to what it may upload in one calendar day of the marketplace (products.md 3: 100 files, 10 GB).
 * `more` is what is about to be added, in bytes. With `lock` two uploads of one owner wait for each other until the
 * end of the transaction, so that together they cannot pass the limit.
 * @throws {FileRefused} dailyFiles, dailyBytes
 */
export async function checkQuota(
  tx: Tx,
  owner: FileOwner,
  { now, setting, more, lock }: { now: Date; setting: SettingReader; more: number; lock: boolean },
): Promise<void> {
  const [column, id, who] =
    'merchantId' in owner
      ? ([files.merchantId, owner.merchantId, 'merchant'] as const)
      : ([files.accountId, owner.accountId, 'account'] as const);
  if (lock) {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`file-quota:${id}`}, 0))`);
  }
  const maxFiles = await setting(`files.${who}DailyFiles`);
  const maxBytes = await setting(`files.${who}DailyBytes`);
  const zone = await setting('site.timeZone');
  const morning = sql`date_trunc('day', ${now.toISOString()}::timestamptz at time zone ${zone}) at time zone ${zone}`;
  const [today] = await tx
    .select({ files: count(), bytes: sql<string>`coalesce(sum(${files.size}), 0)` })
    .from(files)
    .where(and(eq(column, id), gte(files.createdAt, morning)));
  if ((today?.files ?? 0) >= maxFiles) throw new FileRefused('dailyFiles', { max: maxFiles });
  if (Number(today?.bytes ?? 0) + more > maxBytes) {
    throw new FileRefused('dailyBytes', { max: formatBytes(maxBytes) });
  }
}
