import { and, count, eq, gte, sql } from 'drizzle-orm';
import { files } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { settingReader } from '@/lib/settings/read';

export interface UploadUsage {
  files: number;
  maxFiles: number;
  /** Bytes. */
  bytes: number;
  maxBytes: number;
}

/** What a merchant uploaded since this morning, against what it may upload in a day (products.md 3). */
export function getUploadUsage(actor: Actor): Promise<UploadUsage | undefined> {
  if (actor.kind !== 'member') return Promise.resolve(undefined);
  return withActor(actor, async ({ tx, now }) => {
    const setting = settingReader(tx, now);
    const zone = await setting('site.timeZone');
    const morning = sql`date_trunc('day', ${now.toISOString()}::timestamptz at time zone ${zone}) at time zone ${zone}`;
    const [today] = await tx
      .select({ files: count(), bytes: sql<string>`coalesce(sum(${files.size}), 0)` })
      .from(files)
      .where(and(eq(files.merchantId, actor.merchantId), gte(files.createdAt, morning)));
    return {
      files: today?.files ?? 0,
      maxFiles: await setting('files.merchantDailyFiles'),
      bytes: Number(today?.bytes ?? 0),
      maxBytes: await setting('files.merchantDailyBytes'),
    };
  });
}
