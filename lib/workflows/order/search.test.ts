import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { getDatabase } from '@/db/client';
import type { Actor, Member } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { firstIdAt } from '@/lib/ids';
import { textFilter } from '@/lib/list/filters';
import { createBuyer, createMerchant, createOperator, limitedMember } from '@/lib/testing/actors';
import { countOrders, listOrders, type OrderFilters } from './queries';

const ORDERS = 6000;
const DAY = 86_400_000;
const FIRST = Date.UTC(2026, 0, 1, 4);

/** Longer than the endings that are kept, and full of repetitions. */
const LONG = '北京北京北京数据'.repeat(8).concat('有限公司A\\_100%');

let owner: Member;
let other: Member;
let staff: Actor;

/** Order n: one an hour, of many customers and products, the first day's of a customer who never came back. */
async function makeOrders() {
  const merchant = await createMerchant({ name: '云帆软件' });
  const rival = await createMerchant({ name: '蓝海数据' });
  owner = merchant.owner;
  other = rival.owner;
  staff = await createOperator('admin');
  const buyer = await createBuyer();
  const at = sql`to_timestamp(${FIRST / 1000}::bigint + n * 3600)`;
  const ids = Array.from({ length: ORDERS }, (_, n) =>
    firstIdAt('order', new Date(FIRST + n * 3_600_000)).concat(String(n).padStart(16, '0')),
  );
  await getDatabase().execute(sql`
    insert into account (id, email, name, created_at, updated_at)
    select 'ac_' || i, 'a' || i, 'x', now(), now() from generate_series(0, 3000) i`);
  await getDatabase().execute(sql`
    insert into "order" (id, state, state_since, created_at, updated_at, number, buyer_id, merchant_id, product_id,
      product_name, merchant_name, customer_name, account_name, amount, pay_by, buyer_snapshot, agreement_file_id,
      agreement_name, agreement_sha256, rules, request_key)
    select id, (array['completed', 'cancelled'])[1 + n % 2], ${at}, ${at}, ${at}, 'N' || n,
      case when n < 24 then ${buyer.accountId} else 'ac_' || n % 2999 end,
      case when n % 10 = 3 then ${other.merchantId} else ${owner.merchantId} end, 'pd_' || n % 700,
      case when n % 700 = 7 then '数据库100%迁移' else '企业服务 ' || n % 700 end,
      case when n % 10 = 3 then '蓝海数据' else '云帆软件' end,
      case when n < 24 then 'Zürich 造船 Works' when n % 2999 = 77 then ${LONG} else '客户公司 ' || n % 2999 end, 'login' || n % 2999, 100, ${at}, '{}',
      'fl_x', 'x.pdf', 'x', '[]', 'k' || n
    from unnest(${sql.param(ids)}::text[]) with ordinality made (id, place), lateral (select place::int - 1 as n) p`);
  await getDatabase().execute(sql`
    insert into order_line (id, order_id, buyer_id, merchant_id, product_id, spec_id, sku_id, product_name,
      product_version, spec_name, logo_file_id, attributes, billing, quantity, periods, unit_price, amount, fee_rate,
      tax_type, tax_rate, flow_version, requirement_step, delivery_period_days, created_at)
    select id || '-000001', id, buyer_id, merchant_id, product_id, 'sp_x', 'sk_x', product_name, 'V1.0', 'x', 'fl_x', '[]',
      'oneTime', 1, 1, amount, amount, 500, 'service', 600, 'v2', true, 15, created_at from "order"`);
}

beforeAll(makeOrders, 60_000);

/** The same search, every row looked at. */
async function bySight(actor: Actor, { q, ...filters }: OrderFilters): Promise<string[]> {
  const has = (name: string, part: string | undefined) =>
    part ? sql`position(lower(${part}) in lower(${sql.raw(name)})) > 0` : sql`true`;
  const names = ['product_name', 'customer_name', 'account_name'];
  if (actor.kind === 'operator') names.push('merchant_name');
  const words = (q ?? '').split(' ').map((word) => {
    const anywhere = names.map((name) => has(name, word));
    return sql`(number = ${word} or ${sql.join(anywhere, sql` or `)})`;
  });
  const rows = await getDatabase().execute<{ id: string }>(sql`
    select id from "order" where ${has('customer_name', filters.customer)}
      and ${has('account_name', filters.account)} and ${has('product_name', filters.product)}
      and ${sql.join(words, sql` and `)}
      and ${filters.state ? sql`state = ${filters.state}` : sql`true`}
      and ${filters.from ? sql`created_at >= ${`${filters.from}T00:00+08`}::timestamptz` : sql`true`}
      and ${filters.to ? sql`created_at < ${`${filters.to}T00:00+08`}::timestamptz + interval '1 day'` : sql`true`}
      and ${actor.kind === 'member' ? sql`merchant_id = ${actor.merchantId}` : sql`true`}
    order by id desc`);
  return rows.map(({ id }) => id);
}

const searches: OrderFilters[] = [
  { customer: '客户公司' },
  { customer: '公司 1234' },
  { customer: '造船' },
  { customer: '船' },
  { customer: 'zürich' },
  { account: 'LOGIN77' },
  { product: '100%迁' },
  { product: '1_0' },
  { product: '服务 69' },
  { customer: '公司 29', product: '服务 3' },
  { q: '蓝海' },
  { q: '云帆' },
  { q: '造船' },
  { q: 'N5' },
  { q: '云帆 造船' },
  { q: '服务 77 公司' },
  { q: 'N5 企业' },
  { q: '没有这个词' },
  { customer: '造船', state: 'cancelled' },
  { customer: '造船', from: '2026-01-01', to: '2026-01-01' },
  { customer: '造船', from: '2026-03-01' },
  { customer: '公司', from: '2026-02-01', to: '2026-02-28' },
  { product: '服务 12', state: 'completed', to: '2026-05-01' },
];

describe('a search of many orders finds what looking at each of them finds', () => {
  test.each(searches.map((filters) => [JSON.stringify(filters), filters] as const))(
    '%s',
    async (_, filters) => {
      for (const actor of [staff, owner, other]) {
        const expected = await bySight(actor, filters);
        const first = await listOrders(actor, filters);
        expect(first.rows.map(({ id }) => id)).toEqual(expected.slice(0, 50));
        expect(await countOrders(actor, filters)).toBe(Math.min(expected.length, 1000));
        if (!first.next) continue;
        const second = await listOrders(actor, filters, first.next);
        expect(second.rows.map(({ id }) => id)).toEqual(expected.slice(50, 100));
      }
    },
  );

  test('any part of a name is found, in any company', async () => {
    const names = [
      LONG,
      'Zürich 造船 Works',
      '客户公司 1234',
      '企业服务 69',
      'login77',
      '云帆软件',
    ];
    const part = fc
      .tuple(fc.constantFrom(...names), fc.nat(70), fc.integer({ min: 1, max: 50 }), fc.boolean())
      .map(([name, from, length, upper]) => {
        const cut = name.slice(from % name.length).slice(0, length);
        return textFilter.parse(upper ? cut.toUpperCase() : cut);
      });
    const filters = fc.record(
      { q: part, customer: part, product: part, state: fc.constant('completed' as const) },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(filters, fc.constantFrom(staff, owner, other), async (typed, actor) => {
        const { rows } = await listOrders(actor, typed, undefined, 20);
        const expected = await bySight(actor, typed);
        expect(rows.map(({ id }) => id)).toEqual(expected.slice(0, 20));
        expect(await countOrders(actor, typed)).toBe(Math.min(expected.length, 1000));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test('within the products of a member', async () => {
    const limited = limitedMember(owner, ['order.read'], ['pd_7']);
    const { rows } = await listOrders(limited, { q: '100%' });
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ productId }) => productId))).toEqual(new Set(['pd_7']));
    expect((await listOrders(limited, { q: '服务 8' })).rows).toEqual([]);
  });
});

test('nobody learns from the names who buys of others', async () => {
  const ask = (actor: Actor, within: string) =>
    withActor(actor, ({ tx }) =>
      tx.execute(sql`select order_refs(${within}, 'customer', '造船', 10) as ref`),
    );
  const buyer = await createBuyer();
  expect(await ask(staff, '')).toHaveLength(1);
  expect(await ask(owner, owner.merchantId)).toHaveLength(1);
  expect(await ask(owner, '')).toEqual([]);
  expect(await ask(other, owner.merchantId)).toEqual([]);
  expect(await ask(buyer, '')).toEqual([]);
  expect(await ask({ kind: 'visitor' }, '')).toEqual([]);
  const seen = await withActor(other, ({ tx }) =>
    tx.execute(sql`select merchant_id from order_name`),
  );
  expect(new Set(seen.map((row) => row.merchant_id))).toEqual(new Set([other.merchantId]));
  const tails = (actor: Actor) =>
    withActor(actor, ({ tx }) => tx.execute(sql`select from order_name_tail limit 1`));
  expect(await tails(staff)).toHaveLength(1);
  for (const actor of [owner, other, buyer]) expect(await tails(actor)).toEqual([]);
});

test('days are those of the marketplace, and ids follow them', async () => {
  const day = new Date(FIRST + 10 * DAY).toISOString().slice(0, 10);
  const { rows } = await listOrders(staff, { from: day, to: day });
  expect(rows).toHaveLength(24);
});
