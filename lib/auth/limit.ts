import { lte, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { rateLimits } from '@/db/schema';
import { withActor } from '@/lib/engine/with-actor';
import { DomainError } from '@/lib/errors';
import { settingReader } from '@/lib/settings/read';
import type { limitSettings } from '@/lib/settings/registry/limit';
import { system } from './actor';
import { hashSecret } from './secret';

/** At most `limit` tries in `seconds`. */
export interface Allowance {
  limit: number;
  seconds: number;
}

export interface Consumed {
  allowed: boolean;
  /** When the window ends and tries count anew. */
  retryAt: Date;
}

export type LimitKey = keyof typeof limitSettings;

/**
 * Counts one try in a fixed window, in one statement, and says whether it is within the allowance. The count stands
 * only if the transaction commits: to refuse a try, commit first (`spend` does).
 */
export async function consume(
  tx: Tx,
  key: string,
  { limit, seconds }: Allowance,
  now: Date,
): Promise<Consumed> {
  const at = now.toISOString();
  // A window that ends too far ahead was made by a clock that has since been set back.
  const [row] = await tx.execute<{ count: number; ends_at: string | Date }>(sql`
    insert into rate_limit as kept (key, count, ends_at)
    values (${key}, 1, ${at}::timestamptz + make_interval(secs => ${seconds}))
    on conflict (key) do update set
      count = case when kept.ends_at <= ${at}::timestamptz or kept.ends_at > excluded.ends_at
        then 1 else kept.count + 1 end,
      ends_at = case when kept.ends_at <= ${at}::timestamptz or kept.ends_at > excluded.ends_at
        then excluded.ends_at else kept.ends_at end
    returning count, ends_at`);
  if (!row) throw new Error('the try was not counted');
  return { allowed: row.count <= limit, retryAt: new Date(row.ends_at) };
}

/**
 * Counts a try under each rule, in a transaction of its own so that the count stands whatever comes after.
 * The subject of a rule (an address, an account) is kept as a hash.
 * @throws DomainError limited, with the minutes to wait
 */
export async function spend(rules: Partial<Record<LimitKey, string | undefined>>): Promise<void> {
  const refusal = await withActor(system('rate limit'), async ({ tx, now }) => {
    const setting = settingReader(tx, now);
    let latest: Date | undefined;
    for (const [rule, subject] of Object.entries(rules) as [LimitKey, string | undefined][]) {
      if (!subject) continue;
      const allowance = await setting(rule);
      const { allowed, retryAt } = await consume(tx, keyOf(rule, subject), allowance, now);
      if (!allowed && (!latest || retryAt > latest)) latest = retryAt;
    }
    return latest && { minutes: Math.max(1, Math.ceil((+latest - +now) / 60_000)) };
  });
  if (refusal) throw new DomainError('limited', { key: 'account.error.limited', params: refusal });
}

/** Forgets the tries of a subject, after it proved who it is. */
export async function forgive(tx: Tx, rule: LimitKey, subject: string): Promise<void> {
  await tx.delete(rateLimits).where(sql`${rateLimits.key} = ${keyOf(rule, subject)}`);
}

/** Removes windows that ended; answers how many. */
export function sweepLimits(): Promise<number> {
  return withActor(system('rate limit sweep'), async ({ tx, now }) => {
    const gone = await tx
      .delete(rateLimits)
      .where(lte(rateLimits.endsAt, now))
      .returning({ key: rateLimits.key });
    return gone.length;
  });
}

const keyOf = (rule: LimitKey, subject: string) => `${rule}:${hashSecret(subject)}`;
