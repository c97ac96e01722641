import { and, desc, eq, gte, lt, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { ledgerAccounts, ledgerEntries, ledgerPostings } from '@/db/schema';
import { type Actor, accountOf } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import { dayFilter, dayRange, textFilter } from '@/lib/list/filters';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import { buyerBalance, type Fen } from './ledger';
import { subjectName } from './subject-name';

/** What moves a buyer's balance; catalog keys under `ledger.memo`. */
export const BALANCE_MEMOS = ['topUp', 'orderPaid', 'orderRefunded'] as const;

/** Filters of the movements as the address carries them; wrong values count as none. */
export const balanceFilters = z.object({
  /** Number of the order or top-up, or its id. */
  q: textFilter,
  memo: z.enum(BALANCE_MEMOS).optional().catch(undefined),
  from: dayFilter,
  to: dayFilter,
});
export type BalanceFilters = z.infer<typeof balanceFilters>;

/** One movement of a buyer's balance. */
export interface BalanceMove {
  id: string;
  entryId: string;
  /** Catalog key under `ledger.memo`. */
  memo: string;
  noun: string;
  subjectId: string;
  /** Number of the order or top-up; null where it has none. */
  subjectName: string | null;
  at: Date;
  amount: Fen;
  /** The balance after this movement. */
  after: Fen;
}

/** What the buyer can spend, in fen. */
export async function getBalance(actor: Actor): Promise<Fen> {
  const accountId = accountOf(actor);
  if (!accountId || !can(actor, 'balance.read')) return 0n;
  return withActor(actor, async ({ tx }) => {
    const [row] = await tx
      .select({ balance: ledgerAccounts.balance })
      .from(ledgerAccounts)
      .where(eq(ledgerAccounts.id, buyerBalance(accountId).id));
    return row?.balance ?? 0n;
  });
}

/** Movements of the buyer's own balance that match, newest first, each with the balance after it. */
export async function listBalanceMoves(
  actor: Actor,
  filters: BalanceFilters = {},
  cursor?: string,
  size = PAGE_SIZE,
): Promise<Page<BalanceMove>> {
  const accountId = accountOf(actor);
  if (!accountId || !can(actor, 'balance.read')) return { rows: [] };
  const { from, to } = dayRange(filters);
  const { q, memo } = filters;
  return withActor(actor, async ({ tx }) => {
    // The balance counts every movement, also those that the filters leave out.
    const own = tx
      .select({
        id: ledgerPostings.id,
        entryId: ledgerPostings.entryId,
        amount: ledgerPostings.amount,
        after:
          sql<string>`(sum(${ledgerPostings.amount}) over (order by ${ledgerPostings.id}))::text`.as(
            'after',
          ),
      })
      .from(ledgerPostings)
      .where(eq(ledgerPostings.accountId, buyerBalance(accountId).id))
      .as('own');
    const rows = await tx
      .select({
        id: own.id,
        entryId: own.entryId,
        memo: ledgerEntries.memo,
        noun: ledgerEntries.noun,
        subjectId: ledgerEntries.subjectId,
        subjectName,
        at: ledgerEntries.at,
        amount: own.amount,
        after: own.after,
      })
      .from(own)
      .innerJoin(ledgerEntries, eq(ledgerEntries.id, own.entryId))
      .where(
        and(
          q
            ? or(sql`upper(${subjectName}) = upper(${q})`, eq(ledgerEntries.subjectId, q))
            : undefined,
          memo ? eq(ledgerEntries.memo, memo) : undefined,
          from ? gte(ledgerEntries.at, from) : undefined,
          to ? lt(ledgerEntries.at, to) : undefined,
          cursor ? lt(own.id, cursor) : undefined,
        ),
      )
      .orderBy(desc(own.id))
      .limit(size + 1);
    const moves = rows.map((row) => ({ ...row, after: BigInt(row.after) }));
    return pageOf(moves, (move) => move.id, size);
  });
}
