#!/usr/bin/env node
/**
 * `node bench/order-list.mjs [orders]`: server time of a merchant's order list against the bare SQL behind it and
 * against an empty page of the same framework, in one interleaved run on this machine. Starts a site of its own
 * (production build) with 20,000 orders of one merchant, 200,000 in all, unless told otherwise.
 */
import { Agent, get } from 'node:http';
import { encode } from 'next-auth/jwt';
import postgres from 'postgres';
import { build } from '../bin/lib/build.mjs';
import { startSite } from '../bin/lib/site.mjs';
import { emptyPage } from './lib/empty-page.mjs';

const ORDERS = Number(process.argv[2] ?? 20_000);
const ROUNDS = 3;
const SECONDS = 5;
const CLIENTS = 8;

/** A merchant with many orders among those of nine others, and its owner's cookie. */
async function fill(sql, secret) {
  const [owner] = await sql`select id from account where email = 'owner@yunfan.example'`;
  const [buyer] = await sql`select id from account where email = 'buyer@guildhall.example'`;
  const now = new Date();
  for (let i = 0; i < 10; i += 1) {
    const id = `mc_bench${i}`;
    await sql`insert into merchant (id, owner_account_id, name, credit_code, profile, access_key, created_at, updated_at)
      values (${id}, ${owner.id}, ${`Bench ${i}`}, ${id}, '{}', ${id}, ${now}, ${now})`;
  }
  await sql`insert into member (id, merchant_id, account_id, owner, created_at)
    values ('mb_bench', 'mc_bench0', ${owner.id}, true, ${now})`;
  await sql`
    insert into "order" (id, state, state_since, created_at, updated_at, number, buyer_id, merchant_id, product_id,
      product_name, merchant_name, customer_name, account_name, amount, pay_by, buyer_snapshot, agreement_file_id,
      agreement_name, agreement_sha256, rules, request_key)
    select 'od_bench' || lpad(n::text, 10, '0'), (array['pendingPayment', 'processing', 'completed', 'cancelled'])[1 + n % 4],
      ${now}, ${now}, ${now}, 'B' || n, ${buyer.id}, 'mc_bench' || n % 10, 'pd_bench', '企业上云迁移实施服务 ' || n % 50,
      'Bench', '客户 ' || n % 999, 'account' || n % 999, 1234500, ${now}, '{}', 'fl_x', 'x.pdf', 'x', '[]', 'k' || n
    from generate_series(1, ${ORDERS * 10}) n`;
  await sql`
    insert into order_line (id, order_id, buyer_id, merchant_id, product_id, spec_id, sku_id, product_name, product_version,
      spec_name, logo_file_id, attributes, billing, quantity, periods, unit_price, amount, fee_rate, tax_type, tax_rate,
      flow_version, requirement_step, delivery_period_days, created_at)
    select id || '-000001', id, buyer_id, merchant_id, product_id, 'sp_x', 'sk_x', product_name, 'V1.0', '标准版', 'fl_x', '[]',
      'oneTime', 1, 1, amount, amount, 500, 'service', 600, 'v2', true, 15, created_at from "order" where id like 'od_bench%'`;
  await sql`insert into session (id, account_id, created_at, last_seen_at, expires_at)
    values ('se_bench', ${owner.id}, ${now}, ${now}, ${new Date(now.getTime() + 86_400_000)})`;
  await sql`analyze`;
  const token = await encode({ token: { sid: 'se_bench' }, secret, maxAge: 86_400 });
  return `next-auth.session-token=${token}; guildhall-merchant=mc_bench0; locale=zh-CN`;
}

const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });

/** Reads an address once. @returns bytes of the answer */
const read = (address, cookie = '') =>
  new Promise((done, fail) => {
    get(address, { agent, headers: { cookie } }, (answer) => {
      let bytes = 0;
      answer.on('data', (piece) => {
        bytes += piece.length;
      });
      answer.on('end', () =>
        answer.statusCode === 200
          ? done(bytes)
          : fail(new Error(`${address}: ${answer.statusCode}`)),
      );
    }).on('error', fail);
  });

/** Runs `once` from several clients for some seconds. @returns milliseconds of every run */
async function load(once) {
  const times = [];
  const end = performance.now() + SECONDS * 1000;
  const client = async () => {
    while (performance.now() < end) {
      const since = performance.now();
      await once();
      times.push(performance.now() - since);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return times;
}

const at = (times, share) => times.toSorted((a, b) => a - b)[Math.floor(times.length * share)];

await build();
const empty = await emptyPage();
const site = await startSite({ log: 'test-results/bench-order-list.log', env: { DEMO: 'on' } });
const sql = postgres(site.databaseUrl, { max: CLIENTS, onnotice: () => {} });
try {
  const cookie = await fill(sql, site.secret);
  const cases = {
    'bare SQL': async () => {
      const rows =
        await sql`select id, number, state, product_name, customer_name, account_name, amount, pay_by, created_at
        from "order" where merchant_id = 'mc_bench0' order by id desc limit 51`;
      await sql`select order_id, spec_name, quantity, quantity_unit, billing, periods from order_line
        where order_id = any(${rows.map(({ id }) => id)})`;
      await sql`select count(*) from (select 1 from "order" where merchant_id = 'mc_bench0' limit 1000) capped`;
    },
    'empty page': () => read(`${empty.address}made`),
    'order list': () => read(`${site.url}/merchant/orders`, cookie),
    'order list, one state': () => read(`${site.url}/merchant/orders?state=processing`, cookie),
    'order list, words': () => read(`${site.url}/merchant/orders?customer=777`, cookie),
  };
  const times = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
  for (const once of Object.values(cases)) for (let i = 0; i < 30; i += 1) await once();
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [name, once] of Object.entries(cases)) times[name].push(...(await load(once)));
  const rate = (name) => times[name].length / (ROUNDS * SECONDS);
  console.log(
    `${ORDERS} orders of one merchant, ${ORDERS * 10} in all; ${CLIENTS} clients, client and servers on one machine`,
  );
  for (const name of Object.keys(cases))
    console.log(
      `${name.padEnd(22)} ${rate(name).toFixed(0).padStart(6)}/s  p50 ${at(times[name], 0.5).toFixed(1)} ms  p99 ${at(times[name], 0.99).toFixed(1)} ms` +
        `  ${(rate(name) / rate('empty page')).toFixed(2)} of the empty page, ${(rate(name) / rate('bare SQL')).toFixed(2)} of the bare SQL`,
    );
} finally {
  agent.destroy();
  await sql.end();
  await site.stop();
  empty.stop();
}
