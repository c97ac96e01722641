import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { LEDGER_KINDS } from '@/db/schema/ledger';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import { notFound } from '@/lib/errors';
import { nameSubjects } from './difference-names';
import type { Fen } from './ledger';

/** What can be wrong; the sentence is `ledger.difference.<code>`. */
export const DIFFERENCES = [
  'entryUnbalanced',
  'balanceDiffers',
  'balanceNegative',
  'totalNotZero',
  'orderLinesDiffer',
  'orderPaymentDiffers',
  'orderCompletionDiffers',
  'orderSplitDiffers',
  'entryWithoutOrder',
  'guaranteeUnexplained',
  'payableUnexplained',
  'feeUnexplained',
  'voucherUnexplained',
  'refundDiffers',
  'topUpDiffers',
  'payoutDiffers',
  'bankUnexplained',
] as const;
export type DifferenceCode = (typeof DIFFERENCES)[number];

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

interface Check {
  code: DifferenceCode;
  /** Rows `subject, expected, actual` of everything looked at; those that differ are differences. */
  rows: SQL;
  /** Differs when this holds; `expected <> actual` when not given. */
  wrong?: SQL;
  href?: (subject: string) => string;
}

const entry = (id: string) => `/ops/ledger/${id}`;
const account = (id: string) => `/ops/ledger/accounts?q=${encodeURIComponent(id)}`;
const order = (id: string) => `/ops/orders/${id}`;
const payout = (id: string) => `/ops/payouts/${id}`;
const topUp = (id: string) => `/ops/top-ups/${id}`;

const moved = (key: SQL, kind: string) => sql`coalesce((
  select sum(p.amount) from ledger_entry e join ledger_posting p on p.entry_id = e.id
  join ledger_account a on a.id = p.account_ref
  where e.key = ${key} and a.kind = ${kind}), 0)`;

const perMerchant = (kind: string, explained: SQL) => sql`
  select a.id as subject, coalesce(x.amount, 0) as expected,
    coalesce((select sum(p.amount) from ledger_posting p where p.account_ref = a.id), 0) as actual
  from ledger_account a left join (${explained}) x on x.merchant_id = a.merchant_id
  where a.kind = ${kind}`;

const CHECKS: readonly Check[] = [
  {
    code: 'entryUnbalanced',
    rows: sql`select e.id as subject, 0 as expected, coalesce(sum(p.amount), 0) as actual
      from ledger_entry e left join ledger_posting p on p.entry_id = e.id group by e.id`,
    href: entry,
  },
  {
    code: 'balanceDiffers',
    rows: sql`select a.id as subject, coalesce(s.total, 0) as expected, a.balance as actual
      from ledger_account a left join (select account_ref, sum(amount) as total from ledger_posting
        group by account_ref) s on s.account_ref = a.id where a.guarded`,
    href: account,
  },
  {
    code: 'balanceNegative',
    rows: sql`select a.id as subject, 0 as expected, coalesce(s.total, 0) as actual
      from ledger_account a left join (select account_ref, sum(amount) as total from ledger_posting
        group by account_ref) s on s.account_ref = a.id where a.guarded`,
    wrong: sql`actual < 0`,
    href: account,
  },
  {
    code: 'totalNotZero',
    rows: sql`select 'ledger' as subject, 0 as expected, coalesce(sum(amount), 0) as actual from ledger_posting`,
  },
  {
    code: 'orderLinesDiffer',
    rows: sql`select o.id as subject, o.amount as expected, coalesce(sum(l.amount), 0) as actual
      from "order" o left join order_line l on l.order_id = o.id group by o.id, o.amount`,
    href: order,
  },
  {
    // What a paid order holds, and nothing for one that was never paid.
    code: 'orderPaymentDiffers',
    rows: sql`select o.id as subject,
        case when o.state in ('processing', 'completed') then o.amount else 0 end as expected,
        ${moved(sql`'order:' || o.id || ':paid'`, 'guarantee')} as actual
      from "order" o`,
    href: order,
  },
  {
    code: 'orderCompletionDiffers',
    rows: sql`select o.id as subject,
        case when o.state = 'completed' then o.amount else 0 end as expected,
        -${moved(sql`'order:' || o.id || ':completed'`, 'guarantee')} as actual
      from "order" o`,
    href: order,
  },
  {
    code: 'orderSplitDiffers',
    // Of the cash paid: refund, the merchant's share, and the fee less the platform's part of the voucher.
    rows: sql`select o.id as subject, o.amount - o.voucher_amount as expected,
        ${moved(sql`'order:' || o.id || ':completed'`, 'payable')}
          + ${moved(sql`'order:' || o.id || ':completed'`, 'fee')}
          + ${moved(sql`'order:' || o.id || ':completed'`, 'balance')} as actual,
        coalesce(o.fee, 0) + coalesce(o.payable, 0) + o.refunded - o.voucher_by_platform as frozen
      from "order" o where o.state = 'completed'`,
    wrong: sql`expected <> actual or expected <> frozen`,
    href: order,
  },
  {
    code: 'entryWithoutOrder',
    rows: sql`select e.id as subject, 0 as expected,
        case when o.id is null then coalesce(sum(p.amount) filter (where p.amount > 0), 0) else 0 end as actual
      from ledger_entry e left join "order" o on o.id = e.subject_id
      left join ledger_posting p on p.entry_id = e.id
      where e.noun = 'order' group by e.id, o.id`,
    href: entry,
  },
  {
    code: 'guaranteeUnexplained',
    rows: perMerchant(
      'guarantee',
      sql`select merchant_id, sum(amount) as amount from "order" where state = 'processing' group by merchant_id`,
    ),
    href: account,
  },
  {
    code: 'payableUnexplained',
    rows: perMerchant(
      'payable',
      sql`select merchant_id, sum(amount) as amount from (
          select merchant_id, payable as amount from "order" where state = 'completed'
          union all select merchant_id, -amount from payout) moves group by merchant_id`,
    ),
    href: account,
  },
  {
    code: 'feeUnexplained',
    rows: sql`select 'fee' as subject,
        coalesce((select sum(fee - voucher_by_platform) from "order" where state = 'completed'), 0) as expected,
        coalesce((select sum(amount) from ledger_posting where account_ref = 'fee'), 0) as actual`,
    href: account,
  },
  {
    code: 'voucherUnexplained',
    rows: perMerchant(
      'voucher',
      sql`select merchant_id, -sum(voucher_amount) as amount from "order" where state = 'processing' group by merchant_id`,
    ),
    href: account,
  },
  {
    code: 'refundDiffers',
    rows: sql`select o.id as subject, o.refunded as expected,
        ${moved(sql`'order:' || o.id || ':completed'`, 'balance')} as actual
      from "order" o`,
    href: order,
  },
  {
    code: 'topUpDiffers',
    rows: sql`select t.id as subject,
        case when t.state = 'confirmed' then t.amount else 0 end as expected,
        ${moved(sql`'topUp:' || t.id || ':confirmed'`, 'balance')} as actual
      from top_up t`,
    href: topUp,
  },
  {
    code: 'payoutDiffers',
    rows: sql`select po.id as subject, -po.amount as expected,
        ${moved(sql`'payout:' || po.id || ':paid'`, 'payable')} as actual
      from payout po`,
    href: payout,
  },
  {
    code: 'bankUnexplained',
    rows: sql`select 'bank' as subject,
        coalesce((select sum(amount) from payout), 0)
          - coalesce((select sum(amount) from top_up where state = 'confirmed'), 0) as expected,
        coalesce((select sum(amount) from ledger_posting where account_ref = 'bank'), 0) as actual`,
    href: account,
  },
];

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
    sql.join(CHECKS.map(statementOf), sql` union all `),
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
