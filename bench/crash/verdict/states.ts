import { sql } from 'drizzle-orm';
import type { Case } from './case';

/** Order, delivery and service of one purchase agree. */
export async function judgeOrders(found: Case): Promise<void> {
  await found.expectNone(
    'paid orders without a record of delivery',
    sql`select o.id from "order" o where o.paid_at is not null and not exists (select from supervision s where s.order_id = o.id)`,
  );
  await found.expectNone(
    'orders and deliveries that ended apart',
    sql`select o.id, o.state, s.state as node from "order" o join supervision s on s.order_id = o.id
      where (s.state in ('done', 'closed')) <> (o.state in ('completed'))`,
  );
  await found.expectNone(
    'accepted deliveries without the one service',
    sql`select s.id from supervision s where s.state = 'done' and 1 <> (select count(*) from instance i where i.supervision_id = s.id)`,
  );
  await found.expectNone(
    'services that go on although their delivery was closed',
    sql`select s.id from supervision s join instance i on i.supervision_id = s.id where s.state = 'closed' and i.state <> 'released'`,
  );
  await found.expectNone(
    'orders whose sums are not explained',
    sql`select o.id from "order" o where o.state = 'completed'
      and o.refunded + o.payable + o.fee - o.voucher_by_platform <> o.amount - o.voucher_amount`,
  );
  await found.expectNone(
    'orders that end otherwise than their delivery',
    sql`select o.id, s.state from "order" o join supervision s on s.order_id = o.id
      where o.state = 'completed' and (o.refunded > 0) <> (s.state = 'closed')`,
  );
  await found.count('orders', sql`select count(*) as n from "order"`);
}

/** Appeals, refunds, their records and their money agree. */
export async function judgeQuarrels(found: Case): Promise<void> {
  await found.expectNone(
    'appeals and frozen deliveries that are not of each other',
    sql`select s.id, s.state, a.id as appeal, a.state as appealed from supervision s
      full join (select * from appeal where state not in ('decided', 'withdrawn')) a on a.supervision_id = s.id
      where (s.state = 'appeal') is distinct from (a.id is not null) or (a.id is not null and s.appeal_id is distinct from a.id)`,
  );
  await found.expectNone(
    'appeals that wait for an answer nobody was asked for, or the reverse',
    sql`select a.id, a.state from appeal a where (a.state in ('awaitingBuyer', 'awaitingMerchant'))
      <> exists (select from appeal_request r where r.appeal_id = a.id and r.outcome is null)`,
  );
  await found.expectNone(
    'refunds that were agreed and not made',
    sql`select id from refund where state = 'refunding'`,
  );
  await found.expectNone(
    'refunds that wait for an order that ended',
    sql`select r.id, o.state from refund r join "order" o on o.id = r.order_id where r.state = 'awaitingMerchant' and o.state <> 'processing'`,
  );
  await found.expectNone(
    'orders that gave back other than what was agreed or decided',
    sql`select o.id, o.refunded from "order" o where o.refunded
      <> coalesce((select sum(amount) from refund r where r.order_id = o.id and r.state = 'refunded'), 0)
       + coalesce((select sum(refunded) from appeal a where a.order_id = o.id), 0)`,
  );
  await found.count('appeals', sql`select count(*) as n from appeal`);
  await found.count('refunds', sql`select count(*) as n from refund where state = 'refunded'`);
}
