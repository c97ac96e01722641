import { type SQL, sql } from 'drizzle-orm';

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

export interface Check {
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

/** What each entry moved, by kind of account: once for all checks, since there are as many entries as events of orders. */
export const MOVED = sql`moved as materialized (
  select e.key, ${sql.join(
    (['guarantee', 'payable', 'fee', 'balance'] as const).map(
      (kind) => sql`coalesce(sum(p.amount) filter (where a.kind = ${kind}), 0) as ${sql.raw(kind)}`,
    ),
    sql`, `,
  )}
  from ledger_entry e join ledger_posting p on p.entry_id = e.id join ledger_account a on a.id = p.account_ref
  group by e.key)`;

const perMerchant = (kind: string, explained: SQL) => sql`
  select a.id as subject, coalesce(x.amount, 0) as expected,
    coalesce((select sum(p.amount) from ledger_posting p where p.account_ref = a.id), 0) as actual
  from ledger_account a left join (${explained}) x on x.merchant_id = a.merchant_id
  where a.kind = ${kind}`;

export const CHECKS: readonly Check[] = [
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
        coalesce(m.guarantee, 0) as actual
      from "order" o left join moved m on m.key = 'order:' || o.id || ':paid'`,
    href: order,
  },
  {
    code: 'orderCompletionDiffers',
    rows: sql`select o.id as subject,
        case when o.state = 'completed' then o.amount else 0 end as expected,
        -coalesce(m.guarantee, 0) as actual
      from "order" o left join moved m on m.key = 'order:' || o.id || ':completed'`,
    href: order,
  },
  {
    code: 'orderSplitDiffers',
    // Of the cash paid: refund, the merchant's share, and the fee less the platform's part of the voucher.
    rows: sql`select o.id as subject, o.amount - o.voucher_amount as expected,
        coalesce(m.payable + m.fee + m.balance, 0) as actual,
        coalesce(o.fee, 0) + coalesce(o.payable, 0) + o.refunded - o.voucher_by_platform as frozen
      from "order" o left join moved m on m.key = 'order:' || o.id || ':completed' where o.state = 'completed'`,
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
        coalesce(m.balance, 0) as actual
      from "order" o left join moved m on m.key = 'order:' || o.id || ':completed'`,
    href: order,
  },
  {
    code: 'topUpDiffers',
    rows: sql`select t.id as subject,
        case when t.state = 'confirmed' then t.amount else 0 end as expected,
        coalesce(m.balance, 0) as actual
      from top_up t left join moved m on m.key = 'topUp:' || t.id || ':confirmed'`,
    href: topUp,
  },
  {
    code: 'payoutDiffers',
    rows: sql`select po.id as subject, -po.amount as expected,
        coalesce(m.payable, 0) as actual
      from payout po left join moved m on m.key = 'payout:' || po.id || ':paid'`,
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
