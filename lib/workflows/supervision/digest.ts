import { eq, inArray, notInArray, sql } from 'drizzle-orm';
import { supervisionDigests, supervisions } from '@/db/schema';
import { system } from '@/lib/auth/actor';
import { changeIn } from '@/lib/engine/change';
import { type Context, withActor } from '@/lib/engine/with-actor';
import { settingReader } from '@/lib/settings/read';
import { supervision } from './machine';
import { nodesOf } from './queries';

const ACTOR = system('supervision digest');
const DAY = 86_400_000;

interface Due {
  merchantId: string;
  unfinished: number;
  /** Of those, how many wait for the merchant. */
  waiting: number;
}

/**
 * Tells merchants how many of their supervised orders are unfinished, once per `supervision.digestDays` (0: never);
 * the first time that long after the oldest began (service-supervision.md 6). Answers how many were told.
 */
export async function sendDigests(limit = 100): Promise<number> {
  const due = await withActor(ACTOR, (context) => findDue(context, limit));
  for (const merchant of due) await withActor(ACTOR, (context) => sendOne(context, merchant));
  return due.length;
}

async function findDue({ tx, now }: Context, limit: number): Promise<Due[]> {
  const days = await settingReader(tx, now)('supervision.digestDays');
  if (days === 0) return [];
  const before = new Date(now.getTime() - days * DAY);
  const last = sql`coalesce(max(${supervisionDigests.sentAt}), min(${supervisions.createdAt}))`;
  return tx
    .select({
      merchantId: supervisions.merchantId,
      unfinished: sql<number>`count(*)::int`,
      waiting: sql<number>`(count(*) filter (where ${inArray(supervisions.state, nodesOf('merchant'))}))::int`,
    })
    .from(supervisions)
    .leftJoin(supervisionDigests, eq(supervisionDigests.merchantId, supervisions.merchantId))
    .where(notInArray(supervisions.state, [...supervision.end]))
    .groupBy(supervisions.merchantId)
    .having(sql`${last} <= ${before.toISOString()}::timestamptz`)
    .limit(limit);
}

function sendOne(context: Context, { merchantId, unfinished, waiting }: Due): Promise<void> {
  const spec = {
    noun: 'supervision',
    action: 'digest',
    permission: 'supervision.remind',
  } as const;
  return changeIn(context, ACTOR, spec, async ({ tx, now }) => {
    await tx
      .insert(supervisionDigests)
      .values({ merchantId, sentAt: now, unfinished })
      .onConflictDoUpdate({
        target: supervisionDigests.merchantId,
        set: { sentAt: now, unfinished },
      });
    return {
      subjectId: merchantId,
      stream: `merchant:${merchantId}`,
      tenant: { merchantId },
      after: { unfinished, waiting },
      value: undefined,
      notify: ['merchant'],
      params: { count: unfinished, waiting },
    };
  });
}
