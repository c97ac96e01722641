import { and, desc, eq, lt, sql } from 'drizzle-orm';
import { ledgerAccounts, ledgerEntries, ledgerPostings } from '@/db/schema';
import { type Actor, accountOf } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import { buyerBalance, type Fen } from './ledger';
import { subjectName } from './subject-name';

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

/** Movements of the buyer's own balance, newest first, each with the balance after it. */
export async function listBalanceMoves(
  actor: Actor,
  cursor?: string,
  size = PAGE_SIZE,
): Promise<Page<BalanceMove>> {
  const accountId = accountOf(actor);
  if (!accountId || !can(actor, 'balance.read')) return { rows: [] };
  return withActor(actor, async ({ tx }) => {
    const account = buyerBalance(accountId).id;
    const own = eq(ledgerPostings.accountId, account);
    const rows = await tx
      .select({
        id: ledgerPostings.id,
        entryId: ledgerPostings.entryId,
        memo: ledgerEntries.memo,
        noun: ledgerEntries.noun,
        subjectId: ledgerEntries.subjectId,
        subjectName,
        at: ledgerEntries.at,
        amount: ledgerPostings.amount,
      })
      .from(ledgerPostings)
      .innerJoin(ledgerEntries, eq(ledgerEntries.id, ledgerPostings.entryId))
      .where(cursor ? and(own, lt(ledgerPostings.id, cursor)) : own)
      .orderBy(desc(ledgerPostings.id))
      .limit(size + 1);
    const first = rows[0];
    if (!first) return { rows: [] };
    const [sum] = await tx
      .select({ total: sql<string>`coalesce(sum(${ledgerPostings.amount}), 0)::text` })
      .from(ledgerPostings)
      .where(and(own, sql`${ledgerPostings.id} <= ${first.id}`));
    let after = BigInt(sum?.total ?? 0);
    const moves = rows.map((row) => {
      const move = { ...row, after };
      after -= row.amount;
      return move;
    });
    return pageOf(moves, (move) => move.id, size);
  });
}
