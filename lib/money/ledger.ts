import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { ledgerAccounts, ledgerEntries, ledgerPostings } from '@/db/schema';
import { newId } from '@/lib/ids';

/** Whole fen; CNY is the marketplace's one currency. */
export type Fen = bigint;
export const CURRENCY = 'CNY';

type Kind = (typeof ledgerAccounts.$inferSelect)['kind'];

/** An account of the ledger by what it stands for; it is created at first use. */
export interface AccountRef {
  id: string;
  kind: Kind;
  guarded: boolean;
  merchantId?: string;
  buyerId?: string;
}

/** What a buyer can spend. */
export const buyerBalance = (buyerId: string): AccountRef => ({
  id: `balance:${buyerId}`,
  kind: 'balance',
  guarded: true,
  buyerId,
});
/** Escrow: paid by buyers, not yet accepted. */
export const guaranteeOf = (merchantId: string): AccountRef => ({
  id: `guarantee:${merchantId}`,
  kind: 'guarantee',
  guarded: true,
  merchantId,
});
/** Owed to a merchant after acceptance. */
export const payableTo = (merchantId: string): AccountRef => ({
  id: `payable:${merchantId}`,
  kind: 'payable',
  guarded: true,
  merchantId,
});
/** Earned by the platform. Shared accounts are not guarded: a cached balance would serialize everybody. */
export const platformFee: AccountRef = { id: 'fee', kind: 'fee', guarded: false };
/** Vouchers of paid orders of a merchant; negative until their orders end, when it is known who bears them (money.md 9). */
export const voucherCostOf = (merchantId: string): AccountRef => ({
  id: `voucher:${merchantId}`,
  kind: 'voucher',
  guarded: false,
  merchantId,
});
/** Money that is at the bank; grows negative as customers' money comes in. */
export const bank: AccountRef = { id: 'bank', kind: 'bank', guarded: false };

export interface Posting {
  account: AccountRef;
  /** Fen; positive adds to the account. */
  amount: Fen;
}

export interface Entry {
  /** Unique name of the happening, e.g. `order:od_…:paid`; a second entry of the same name fails. */
  key: string;
  /** Catalog key under `ledger.memo`. */
  memo: string;
  noun: string;
  subjectId: string;
  at: Date;
  merchantId?: string;
  buyerId?: string;
  postings: readonly Posting[];
}

/**
 * Writes an entry in the caller's transaction, which must be the engine's (fence open).
 * @throws when the postings do not sum to zero, the key was used, or a guarded balance would fall below zero
 */
export async function post(tx: Tx, entry: Entry): Promise<void> {
  const postings = entry.postings.filter((posting) => posting.amount !== 0n);
  const total = postings.reduce((sum, posting) => sum + posting.amount, 0n);
  if (total !== 0n) throw new Error(`ledger entry ${entry.key} sums to ${total} fen`);
  // One order of locks for everybody: by account id.
  const accounts = [...postings]
    .map(({ account }) => account)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const account of accounts) await ensureAccount(tx, account, entry.at);
  const id = newId('entry', entry.at);
  await tx.insert(ledgerEntries).values({
    id,
    key: entry.key,
    memo: entry.memo,
    noun: entry.noun,
    subjectId: entry.subjectId,
    at: entry.at,
    merchantId: entry.merchantId ?? null,
    buyerId: entry.buyerId ?? null,
  });
  const ordered = [...postings].sort((a, b) => (a.account.id < b.account.id ? -1 : 1));
  for (const { account, amount } of ordered) {
    await tx.insert(ledgerPostings).values({
      id: newId('entry', entry.at),
      entryId: id,
      accountId: account.id,
      amount,
      merchantId: account.merchantId ?? null,
      buyerId: account.buyerId ?? null,
    });
  }
}

async function ensureAccount(tx: Tx, account: AccountRef, at: Date): Promise<void> {
  await tx
    .insert(ledgerAccounts)
    .values({
      id: account.id,
      kind: account.kind,
      currency: CURRENCY,
      guarded: account.guarded,
      balance: 0n,
      merchantId: account.merchantId ?? null,
      buyerId: account.buyerId ?? null,
      createdAt: at,
    })
    .onConflictDoNothing();
}

/** Fen in a guarded account, locked until the transaction ends; 0 for one never used. */
export async function lockedBalance(tx: Tx, account: AccountRef): Promise<Fen> {
  const rows = await tx.execute<{ balance: string }>(
    sql`select balance from ledger_account where id = ${account.id} for update`,
  );
  return BigInt(rows[0]?.balance ?? 0);
}

/** Fen in an account, derived from its postings. */
export async function derivedBalance(tx: Tx, account: Pick<AccountRef, 'id'>): Promise<Fen> {
  const rows = await tx.execute<{ total: string }>(
    sql`select coalesce(sum(amount), 0)::text as total from ledger_posting where account_ref = ${account.id}`,
  );
  return BigInt(rows[0]?.total ?? 0);
}
