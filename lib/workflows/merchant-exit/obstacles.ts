import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { Fen } from '@/lib/money/ledger';
import { readMerchantMoney } from '@/lib/records/payout/queries';
import { standingOf } from '@/lib/records/standing/gate';

/**
 * What can be in the way of leaving, by precondition of onboarding.md 6.1: 1 products, orders, refunds, appeals;
 * 2 payable, guarantee; 3 uninvoiced; 4 fee. `standing`: only who is in good standing may leave (onboarding.md 9).
 */
export const OBSTACLES = [
  'standing',
  'products',
  'orders',
  'refunds',
  'appeals',
  'payable',
  'guarantee',
  'uninvoiced',
  'fee',
] as const;
export type ObstacleKind = (typeof OBSTACLES)[number];

export interface Obstacle {
  kind: ObstacleKind;
  /** How many there are; for money 1. */
  count: number;
  /** Fen, where it is about money. */
  amount?: Fen;
  /** The first of them, by what people call them. */
  items: { id: string; label: string }[];
}

/** Named of each kind; the count tells the rest. */
const NAMED = 20;

type Counted = { id: string; label: string; total: string } & Record<string, unknown>;

/**
 * Everything that keeps a merchant from leaving now; empty when nothing does. Under the merchant's own fence, or with
 * the fence open.
 */
export async function readObstacles(tx: Tx, merchantId: string): Promise<Obstacle[]> {
  const found: Obstacle[] = [];
  const look = async (kind: ObstacleKind, rows: Promise<Iterable<Counted>>) => {
    const list = [...(await rows)];
    const count = Number(list[0]?.total ?? 0);
    if (count > 0) found.push({ kind, count, items: list.map(({ id, label }) => ({ id, label })) });
  };
  const { state } = await standingOf(tx, merchantId);
  if (state !== 'good') found.push({ kind: 'standing', count: 1, items: [] });
  await look(
    'products',
    tx.execute<Counted>(sql`select id, name as label, count(*) over () as total from product
      where merchant_id = ${merchantId} and state <> 'delisted' order by id limit ${NAMED}`),
  );
  await look(
    'orders',
    tx.execute<Counted>(sql`select id, number as label, count(*) over () as total from "order"
      where merchant_id = ${merchantId} and state in ('pendingPayment', 'processing')
      order by id limit ${NAMED}`),
  );
  await look(
    'refunds',
    tx.execute<Counted>(sql`select id, order_number as label, count(*) over () as total from refund
      where merchant_id = ${merchantId} and state in ('awaitingMerchant', 'refunding')
      order by id limit ${NAMED}`),
  );
  await look(
    'appeals',
    tx.execute<Counted>(sql`select id, order_number as label, count(*) over () as total from appeal
      where merchant_id = ${merchantId} and state not in ('decided', 'withdrawn')
      order by id limit ${NAMED}`),
  );
  const money = await readMerchantMoney(tx, merchantId);
  const owed = (kind: ObstacleKind, amount: Fen) => {
    if (amount > 0n) found.push({ kind, count: 1, amount, items: [] });
  };
  owed('payable', money.payable);
  owed('guarantee', money.guarantee);
  await look('uninvoiced', readUninvoiced(tx, merchantId, NAMED));
  owed('fee', money.feeEarned - money.feeInvoiced);
  return found;
}

/** Completed orders without an invoice that was issued, and without evidence that none is wanted. */
const readUninvoiced = (tx: Tx, merchantId: string, limit: number) =>
  tx.execute<Counted>(sql`select o.id, o.number as label, count(*) over () as total from "order" o
    where o.merchant_id = ${merchantId} and ${uninvoiced} and not exists (
      select 1 from invoice_waiver w where w.order_id = o.id)
    order by o.id limit ${limit}`);

/** What of a completed order can be invoiced was not (money.md 2); the order is `o`. */
export const uninvoiced = sql`o.state = 'completed'
  and o.amount - o.voucher_amount - o.refunded > 0 and not exists (
    select 1 from invoice_order io join invoice i on i.id = io.invoice_id
    where io.order_id = o.id and io.live and i.state in ('toSign', 'done'))`;
