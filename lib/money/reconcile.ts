import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { LEDGER_KINDS } from '@/db/schema/ledger';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import { notFound } from '@/lib/errors';
import { nameSubjects } from './difference-names';
import type { Fen } from './ledger';
import { CHECKS, type Check, type DifferenceCode, MOVED } from './reconcile-checks';

export interface Difference {
  code: DifferenceCode;
  /** What it is about: an entry, an account, an order, a top-up. */
  subject: string;
  /** What people call it; null where it has no name. */
  name: string | null;
  /** Page that shows the subject, where there is one. */
  href: string | null;
  expected: Fen;
  actual: Fen;
}

export interface KindTotal {
  kind: (typeof LEDGER_KINDS)[number];
  accounts: number;
  total: Fen;
}

export interface Reconciliation {
  at: Date;
  kinds: KindTotal[];
  /** Sum over all accounts; zero when nothing was created or lost. */
  total: Fen;
  entries: number;
  postings: number;
  /** Each check with how many things it looked at. */
  checks: { code: DifferenceCode; looked: number; found: number }[];
  /** The first differences, at most `DIFFERENCE_CAP` per check. */
  differences: Difference[];
}

/** Differences that one check names; its count tells the rest. */
export const DIFFERENCE_CAP = 50;

/**
 * Derives every balance anew and holds the ledger against itself and against what it stands for: entries sum to zero,
 * cached balances equal their postings, guarantee is what orders in delivery hold, each order's payment, fee and
 * share are there once. Whatever differs is named.
 * @throws DomainError notFound for who may not see the ledger
 */
export async function reconcile(actor: Actor): Promise<Reconciliation> {
  if (!can(actor, 'ledger.read')) throw notFound();
  return withActor(actor, async ({ tx, now }) => {
    const kinds = await kindTotals(tx);
    const [size] = await tx.execute<{ entries: number; postings: number }>(sql`
      select (select count(*)::int from ledger_entry) as entries,
        (select count(*)::int from ledger_posting) as postings`);
    return {
      at: now,
      kinds,
      total: kinds.reduce((sum, kind) => sum + kind.total, 0n),
      entries: size?.entries ?? 0,
      postings: size?.postings ?? 0,
      ...(await runChecks(tx)),
    };
  });
}

async function kindTotals(tx: Tx): Promise<KindTotal[]> {
  const rows = await tx.execute<{ kind: KindTotal['kind']; accounts: number; total: string }>(sql`
    select a.kind, count(distinct a.id)::int as accounts, coalesce(sum(p.amount), 0)::text as total
    from ledger_account a left join ledger_posting p on p.account_ref = a.id
    group by a.kind order by a.kind`);
  return rows.map(({ kind, accounts, total }) => ({ kind, accounts, total: BigInt(total) }));
}

interface Looked {
  code: DifferenceCode;
  looked: number;
  found: number;
  list: { subject: string; expected: string; actual: string }[];
}

/** All checks in one statement: one snapshot, so that a payment in between is not taken for a difference. */
async function runChecks(tx: Tx): Promise<Pick<Reconciliation, 'checks' | 'differences'>> {
  const rows = await tx.execute<Looked & Record<string, unknown>>(
    sql`with ${MOVED} ${sql.join(CHECKS.map(statementOf), sql` union all `)}`,
  );
  const checks = CHECKS.map(({ code }) => {
    const row = rows.find((item) => item.code === code);
    return { code, looked: row?.looked ?? 0, found: row?.found ?? 0 };
  });
  const names = await nameSubjects(
    tx,
    rows.flatMap(({ list }) => list.map(({ subject }) => subject)),
  );
  const differences = CHECKS.flatMap(({ code, href }) =>
    (rows.find((item) => item.code === code)?.list ?? []).map((item) => ({
      code,
      subject: item.subject,
      name: names.get(item.subject) ?? null,
      href: href?.(item.subject) ?? null,
      expected: BigInt(item.expected),
      actual: BigInt(item.actual),
    })),
  );
  return { checks, differences };
}

const statementOf = ({ code, rows, wrong }: Check): SQL => sql`(
  with looked as (${rows}), wrong as (select * from looked where ${wrong ?? sql`expected <> actual`})
  select ${code}::text as code, (select count(*)::int from looked) as looked,
    (select count(*)::int from wrong) as found,
    coalesce((select json_agg(json_build_object('subject', subject, 'expected', expected::text,
      'actual', actual::text)) from (select * from wrong order by subject limit ${DIFFERENCE_CAP}) named),
      '[]') as list)`;
