import {
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  gte,
  inArray,
  lt,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import { z } from 'zod';
import {
  accounts,
  LEDGER_KINDS,
  ledgerAccounts,
  ledgerEntries,
  ledgerPostings,
  merchants,
} from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import { cappedCount } from '@/lib/list/count';
import { contains, dayFilter, dayRange, textFilter } from '@/lib/list/filters';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import { ownRows } from '@/lib/list/own-rows';
import type { Fen } from './ledger';
import { subjectName } from './subject-name';

type EntryRow = typeof ledgerEntries.$inferSelect;
type AccountRow = typeof ledgerAccounts.$inferSelect;

/** One side of an entry, with whom the account belongs to. */
export interface PostingView {
  id: string;
  accountId: string;
  kind: AccountRow['kind'];
  /** Name of the buyer or merchant; null for the platform's own accounts. */
  owner: string | null;
  amount: Fen;
}

export interface EntryView extends EntryRow {
  postings: PostingView[];
  /** Fen that the entry moved: the sum of its positive postings. */
  moved: Fen;
  /** Number of what it is about, e.g. of the order; null where that has none. */
  subjectName: string | null;
}

/** An entry with the number that people know its subject by. */
const NAMED = { ...getTableColumns(ledgerEntries), subjectName };
type NamedEntry = EntryRow & { subjectName: string | null };

export const ledgerFilters = z.object({
  q: textFilter,
  kind: z.enum(LEDGER_KINDS).optional().catch(undefined),
  account: textFilter,
  from: dayFilter,
  to: dayFilter,
});
export type LedgerFilters = z.infer<typeof ledgerFilters>;

const ownerName = sql<string | null>`coalesce(${accounts.name}, ${merchants.name})`;

function entryConditions(filters: LedgerFilters): SQL[] {
  const { from, to } = dayRange(filters);
  const conditions: SQL[] = [];
  if (from) conditions.push(gte(ledgerEntries.at, from));
  if (to) conditions.push(lt(ledgerEntries.at, to));
  if (filters.q) {
    const named = or(eq(ledgerEntries.subjectId, filters.q), eq(ledgerEntries.id, filters.q));
    const byKey = sql`starts_with(${ledgerEntries.key}, ${filters.q})`;
    // A person reads numbers, not ids: orders and top-ups are also found by theirs.
    const byNumber = sql`${ledgerEntries.subjectId} in (
      select id from "order" where number = ${filters.q}
      union all select id from top_up where bank_reference = ${filters.q} or provider_ref = ${filters.q})`;
    conditions.push(or(named, byKey, byNumber) as SQL);
  }
  if (filters.kind || filters.account) {
    conditions.push(sql`exists (
      select from ledger_posting p join ledger_account a on a.id = p.account_ref
      where p.entry_id = ${ledgerEntries.id}
        and (${filters.kind ?? null}::text is null or a.kind = ${filters.kind ?? null})
        and (${filters.account ?? null}::text is null or a.id = ${filters.account ?? null}))`);
  }
  return conditions;
}

/** Entries of the whole ledger, newest first; for staff only. */
export async function listLedgerEntries(
  actor: Actor,
  filters: LedgerFilters,
  after?: string,
  size = PAGE_SIZE,
): Promise<Page<EntryView>> {
  if (!can(actor, 'ledger.read')) return { rows: [] };
  return withActor(actor, async ({ tx }) => {
    const conditions = entryConditions(filters);
    if (after) conditions.push(lt(ledgerEntries.id, after));
    const rows = await tx
      .select(NAMED)
      .from(ledgerEntries)
      .where(and(...conditions))
      .orderBy(desc(ledgerEntries.id))
      .limit(size + 1);
    const page = pageOf(rows, (row) => row.id, size);
    const postings = await postingsOf(
      tx,
      page.rows.map((row) => row.id),
    );
    return { ...page, rows: page.rows.map((row) => viewOf(row, postings.get(row.id) ?? [])) };
  });
}

/** How many entries match, up to the cap. */
export async function countLedgerEntries(actor: Actor, filters: LedgerFilters): Promise<number> {
  if (!can(actor, 'ledger.read')) return 0;
  return withActor(actor, ({ tx }) =>
    cappedCount(tx, ledgerEntries, and(...entryConditions(filters))),
  );
}

/** One entry with its postings; for staff only. */
export async function getLedgerEntry(actor: Actor, id: string): Promise<EntryView | undefined> {
  if (!can(actor, 'ledger.read')) return undefined;
  return withActor(actor, async ({ tx }) => {
    const [row] = await tx.select(NAMED).from(ledgerEntries).where(eq(ledgerEntries.id, id));
    if (!row) return undefined;
    const postings = await postingsOf(tx, [id]);
    return viewOf(row, postings.get(id) ?? []);
  });
}

/** What the ledger says about one subject, e.g. an order; each side sees the postings of its own accounts. */
export function listEntriesOf(actor: Actor, noun: string, subjectId: string): Promise<EntryView[]> {
  return withActor(actor, async ({ tx }) => {
    const rows = await tx
      .select(NAMED)
      .from(ledgerEntries)
      .where(
        and(
          eq(ledgerEntries.noun, noun),
          eq(ledgerEntries.subjectId, subjectId),
          ownRows(actor, 'order.read', {
            merchant: ledgerEntries.merchantId,
            buyer: ledgerEntries.buyerId,
          }),
        ),
      )
      .orderBy(asc(ledgerEntries.id));
    const postings = await postingsOf(
      tx,
      rows.map((row) => row.id),
    );
    return rows.map((row) => viewOf(row, postings.get(row.id) ?? []));
  });
}

export interface AccountView extends AccountRow {
  owner: string | null;
  /** Sum of the postings: the truth. */
  derived: Fen;
}

export const ledgerAccountFilters = z.object({
  q: textFilter,
  kind: z.enum(LEDGER_KINDS).optional().catch(undefined),
});

/** Accounts of the ledger with what their postings sum to; for staff only. */
export async function listLedgerAccounts(
  actor: Actor,
  filters: z.infer<typeof ledgerAccountFilters>,
  after?: string,
  size = PAGE_SIZE,
): Promise<Page<AccountView>> {
  if (!can(actor, 'ledger.read')) return { rows: [] };
  return withActor(actor, async ({ tx }) => {
    const conditions: SQL[] = [];
    if (filters.kind) conditions.push(eq(ledgerAccounts.kind, filters.kind));
    if (filters.q) {
      const like = contains(filters.q);
      conditions.push(sql`(${ledgerAccounts.id} = ${filters.q} or ${ownerName} ilike ${like})`);
    }
    if (after) conditions.push(sql`${ledgerAccounts.id} > ${after}`);
    const rows = await tx
      .select({
        account: ledgerAccounts,
        owner: ownerName,
        derived: sql<string>`(select coalesce(sum(p.amount), 0)::text from ledger_posting p where p.account_ref = ${ledgerAccounts.id})`,
      })
      .from(ledgerAccounts)
      .leftJoin(accounts, eq(accounts.id, ledgerAccounts.buyerId))
      .leftJoin(merchants, eq(merchants.id, ledgerAccounts.merchantId))
      .where(and(...conditions))
      .orderBy(ledgerAccounts.id)
      .limit(size + 1);
    return pageOf(
      rows.map((row) => ({ ...row.account, owner: row.owner, derived: BigInt(row.derived) })),
      (row) => row.id,
      size,
    );
  });
}

type Executor = Parameters<Parameters<typeof withActor>[1]>[0]['tx'];

async function postingsOf(tx: Executor, ids: string[]): Promise<Map<string, PostingView[]>> {
  const found = new Map<string, PostingView[]>();
  if (ids.length === 0) return found;
  const rows = await tx
    .select({
      id: ledgerPostings.id,
      entryId: ledgerPostings.entryId,
      accountId: ledgerPostings.accountId,
      kind: ledgerAccounts.kind,
      owner: ownerName,
      amount: ledgerPostings.amount,
    })
    .from(ledgerPostings)
    .innerJoin(ledgerAccounts, eq(ledgerAccounts.id, ledgerPostings.accountId))
    .leftJoin(accounts, eq(accounts.id, ledgerPostings.buyerId))
    .leftJoin(merchants, eq(merchants.id, ledgerPostings.merchantId))
    .where(inArray(ledgerPostings.entryId, ids))
    .orderBy(ledgerPostings.amount, ledgerPostings.id);
  for (const { entryId, ...posting } of rows) {
    const list = found.get(entryId);
    if (list) list.push(posting);
    else found.set(entryId, [posting]);
  }
  return found;
}

const viewOf = (row: NamedEntry, postings: PostingView[]): EntryView => ({
  ...row,
  postings,
  moved: postings.reduce((sum, { amount }) => (amount > 0n ? sum + amount : sum), 0n),
});
