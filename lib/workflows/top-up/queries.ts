import { and, desc, eq, gte, ilike, lt, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { topUps } from '@/db/schema';
import { TOP_UP_METHODS, TOP_UP_STATES } from '@/db/schema/top-up';
import type { Actor } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { getFiles } from '@/lib/files/queries';
import type { FileSummary } from '@/lib/files/summary';
import { cappedCount } from '@/lib/list/count';
import { contains, dayFilter, dayRange, textFilter } from '@/lib/list/filters';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import { ownRows } from '@/lib/list/own-rows';
import { offeredProvider } from '@/lib/payments/providers';
import { type SettingReader, settingReader } from '@/lib/settings/read';
import type { TopUpRow } from './machine';

export const topUpFilters = z.object({
  /** Buyer, payer or bank reference. */
  q: textFilter,
  state: z.enum(TOP_UP_STATES).optional().catch(undefined),
  method: z.enum(TOP_UP_METHODS).optional().catch(undefined),
  from: dayFilter,
  to: dayFilter,
});
export type TopUpFilters = z.infer<typeof topUpFilters>;

function conditions(actor: Actor, filters: TopUpFilters): SQL | undefined {
  const { from, to } = dayRange(filters);
  const { q } = filters;
  return and(
    ownRows(actor, 'topUp.read', { buyer: topUps.buyerId }),
    filters.state ? eq(topUps.state, filters.state) : undefined,
    filters.method ? eq(topUps.method, filters.method) : undefined,
    q
      ? or(
          eq(topUps.id, q),
          eq(topUps.bankReference, q.toUpperCase()),
          ilike(topUps.buyerName, contains(q)),
          ilike(topUps.payerName, contains(q)),
        )
      : undefined,
    from ? gte(topUps.createdAt, from) : undefined,
    to ? lt(topUps.createdAt, to) : undefined,
  );
}

/** Top-ups as the actor may see them, newest first. */
export function listTopUps(
  actor: Actor,
  filters: TopUpFilters,
  after?: string,
  size = PAGE_SIZE,
): Promise<Page<TopUpRow>> {
  return withActor(actor, async ({ tx }) => {
    const rows = await tx
      .select()
      .from(topUps)
      .where(and(conditions(actor, filters), after ? lt(topUps.id, after) : undefined))
      .orderBy(desc(topUps.id))
      .limit(size + 1);
    return pageOf(rows, (row) => row.id, size);
  });
}

/** How many top-ups match, up to the cap. */
export function countTopUps(actor: Actor, filters: TopUpFilters): Promise<number> {
  return withActor(actor, ({ tx }) => cappedCount(tx, topUps, conditions(actor, filters)));
}

export interface TopUpDetail {
  topUp: TopUpRow;
  slip: FileSummary | undefined;
  now: Date;
}

/** One top-up with its slip, and the time; nothing for strangers. */
export function getTopUp(actor: Actor, id: string): Promise<TopUpDetail | undefined> {
  return withActor(actor, async ({ tx, now }) => {
    const own = ownRows(actor, 'topUp.read', { buyer: topUps.buyerId });
    const [topUp] = await tx
      .select()
      .from(topUps)
      .where(and(eq(topUps.id, id), own));
    if (!topUp) return undefined;
    const slip = (await getFiles(tx, [topUp.slipFileId])).get(topUp.slipFileId ?? '');
    return { topUp, slip, now };
  });
}

export interface TopUpTerms {
  /** Where transfers go. */
  bankAccount: Awaited<ReturnType<typeof readBankAccount>>;
  confirmWorkingDays: number;
  /** Fen. */
  least: bigint;
  mostByTransfer: bigint;
  mostByProvider: bigint;
  /** The provider on offer, if any. */
  provider: { name: string; trial: boolean } | undefined;
}

const readBankAccount = (setting: SettingReader) => setting('topUp.bankAccount');

/** What the top-up form tells before anything is typed. */
export function getTopUpTerms(actor: Actor): Promise<TopUpTerms> {
  return withActor(actor, async ({ tx, now }) => {
    const setting = settingReader(tx, now);
    const provider = await offeredProvider(setting);
    return {
      bankAccount: await readBankAccount(setting),
      confirmWorkingDays: await setting('topUp.confirmWorkingDays'),
      least: BigInt(await setting('topUp.least')),
      mostByTransfer: BigInt(await setting('topUp.mostByTransfer')),
      mostByProvider: BigInt(await setting('topUp.mostByProvider')),
      provider: provider && { name: provider.name, trial: provider.trial },
    };
  });
}

/** Fen on their way into the actor's balance: reported transfers that finance has not decided. */
export function sumWaitingTopUps(actor: Actor): Promise<bigint> {
  return withActor(actor, async ({ tx }) => {
    const [row] = await tx
      .select({ total: sql<string>`coalesce(sum(${topUps.amount}), 0)::text` })
      .from(topUps)
      .where(conditions(actor, { state: 'pending' }));
    return BigInt(row?.total ?? 0);
  });
}
