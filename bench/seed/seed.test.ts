import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { getDatabase } from '@/db/client';
import { verifyLog } from '@/lib/audit/verify-log';
import type { Actor } from '@/lib/auth/actor';
import { reconcile } from '@/lib/money/reconcile';
import { createBuyer, createOperator } from '@/lib/testing/actors';
import { testDatabaseUrl } from '@/lib/testing/database';
import { countOrders, listOrders } from '@/lib/workflows/order/queries';
import { listSupervisions } from '@/lib/workflows/supervision/queries';
import { NotEmpty, seedBulk } from './bulk';
import { sizeOf } from './plan';

const SIZE = sizeOf(1000, 40);

test('a bulk load is what people’s orders would have left, and is made in an empty database only', async () => {
  const { accountId } = await createBuyer();
  await expect(seedBulk(testDatabaseUrl(), SIZE)).rejects.toBeInstanceOf(NotEmpty);
  await getDatabase().execute(sql`delete from account where id = ${accountId}`);
  await seedBulk(testDatabaseUrl(), SIZE);
  const staff: Actor = await createOperator('admin', 'finance');

  const { differences, checks, total } = await reconcile(staff);
  expect(differences).toEqual([]);
  expect(total).toBe(0n);
  expect(checks.find(({ code }) => code === 'orderSplitDiffers')?.looked).toBeGreaterThan(500);

  const verdict = await verifyLog();
  expect(verdict).toMatchObject({ streams: 1000, broken: undefined });
  expect(verdict.records).toBeGreaterThan(2500);

  const states = await getDatabase().execute(sql`
    select count(distinct state)::int as states, count(distinct merchant_id)::int as merchants from "order"`);
  expect(states[0]).toEqual({ states: 4, merchants: 40 });
  const [apart] = await getDatabase().execute(sql`
    select count(*)::int as n from "order" o left join supervision s on s.order_id = o.id left join instance i on i.order_id = o.id
    where (o.paid_at is not null) <> (s.id is not null) or (o.state = 'completed') <> (i.id is not null)
      or (s.state = 'done') <> (o.state = 'completed')`);
  expect(apart).toEqual({ n: 0 });
  const [names] = await getDatabase().execute(sql`
    with kept as (select * from order_name), again as (
      select merchant_id, kind, ref, name from "order", lateral (values ('customer', buyer_id, customer_name), ('account', buyer_id, account_name),
        ('product', product_id, product_name), ('merchant', merchant_id, merchant_name)) x (kind, ref, name)),
    tails as (select * from order_name_tail), ends as (select kind, tail, ref from order_name, name_tails(name) tail)
    select (select count(*)::int from (select * from again except select * from kept) a) as missing,
      (select count(*)::int from (select * from kept except select * from again) b) as extra,
      (select count(*)::int from (select * from ends except select * from tails) c) as "missingTails",
      (select count(*)::int from (select * from tails except select * from ends) d) as "extraTails"`);
  expect(names).toEqual({ missing: 0, extra: 0, missingTails: 0, extraTails: 0 });

  const { rows, next } = await listOrders(staff, { customer: '科技' });
  expect(rows).toHaveLength(50);
  expect(next).toBeDefined();
  expect(await countOrders(staff, { q: '没有的名字' })).toBe(0);
  expect((await listSupervisions(staff, { q: rows[0]?.number })).rows.length).toBeLessThan(2);

  await expect(seedBulk(testDatabaseUrl(), SIZE)).rejects.toBeInstanceOf(NotEmpty);
}, 60_000);
