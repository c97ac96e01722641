import { chromium } from '@playwright/test';
import { signInAs, siteDatabase } from '../e2e/support/sign-in';
const base = process.env.E2E_BASE_URL!;
const only = process.argv[2];
const variants = (process.argv[3] ?? '1440-zh-light').split(',');
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const sql = siteDatabase();
const one = async (q: string) => (await sql.unsafe(q))[0]?.id as string;
const unpaid = await one(`select o.id from "order" o join account a on a.id=o.buyer_id where state='pendingPayment' and a.email like 'purch%' limit 1`);
const unpaidB = await one(`select o.id from "order" o join account a on a.id=o.buyer_id where state='pendingPayment' and a.email like 'buyer%' limit 1`);
const paid = await one(`select id from "order" where state='processing' order by id limit 1`);
const cancelled = await one(`select id from "order" where state='cancelled' limit 1`);
const pend = await one(`select id from top_up where state='pending' limit 1`);
const conf = await one(`select id from top_up where state='confirmed' limit 1`);
const entry = await one(`select id from ledger_entry order by id desc limit 1`);
const sku = await one(`select id from sku limit 1`);
const pages: [string, string, string][] = [
  ['b-orders', 'purchasing@hengtong.example', '/buyer/orders'],
  ['b-order', 'purchasing@hengtong.example', `/buyer/orders/${unpaid}`],
  ['b-pay', 'purchasing@hengtong.example', `/buyer/orders/${unpaid}/pay`],
  ['b-checkout', 'purchasing@hengtong.example', `/buyer/checkout?sku=${sku}&quantity=1&periods=1`],
  ['b-cancel', 'purchasing@hengtong.example', `/buyer/orders/cancel?ids=${unpaid}`],
  ['b-balance', 'purchasing@hengtong.example', '/buyer/balance'],
  ['b-topup', 'purchasing@hengtong.example', '/buyer/balance/top-up'],
  ['b-topups', 'purchasing@hengtong.example', '/buyer/balance/top-ups'],
  ['b-topup1', 'purchasing@hengtong.example', `/buyer/balance/top-ups/${pend}`],
  ['m-orders', 'owner@yunfan.example', '/merchant/orders'],
  ['m-order', 'owner@yunfan.example', `/merchant/orders/${paid}`],
  ['m-order-c', 'owner@yunfan.example', `/merchant/orders/${cancelled}`],
  ['o-orders', 'finance@guildhall.example', '/ops/orders'],
  ['o-order', 'finance@guildhall.example', `/ops/orders/${paid}`],
  ['o-topups', 'finance@guildhall.example', '/ops/top-ups'],
  ['o-topup', 'finance@guildhall.example', `/ops/top-ups/${pend}`],
  ['o-topup-c', 'finance@guildhall.example', `/ops/top-ups/${conf}`],
  ['o-ledger', 'finance@guildhall.example', '/ops/ledger'],
  ['o-accounts', 'finance@guildhall.example', '/ops/ledger/accounts'],
  ['o-entry', 'finance@guildhall.example', `/ops/ledger/${entry}`],
  ['o-recon', 'finance@guildhall.example', '/ops/reconciliation'],
];
for (const v of variants) {
  const [w, l, theme] = v.split('-');
  const ctx = await b.newContext({ viewport: { width: Number(w), height: 900 }, locale: l === 'zh' ? 'zh-CN' : 'en', colorScheme: theme as 'dark' });
  let who = '';
  for (const [name, email, path] of pages) {
    if (only && only !== 'all' && !only.split(',').includes(name)) continue;
    if (who !== email) { await signInAs(ctx, email); who = email; await ctx.addCookies([{ name: 'locale', value: l === 'zh' ? 'zh-CN' : 'en', url: base }]); }
    const page = await ctx.newPage();
    const errs: string[] = [];
    page.on('pageerror', (e) => errs.push(e.message.slice(0, 200)));
    page.on('console', (m) => m.type() === 'error' && errs.push(m.text().slice(0, 200)));
    const r = await page.goto(base + path, { waitUntil: 'networkidle' }).catch((e) => { errs.push(String(e).slice(0, 100)); return null; });
    await page.screenshot({ path: `/tmp/order-shots/${name}-${v}.png`, fullPage: true });
    console.log(name, v, r?.status(), errs.join(' | '));
    await page.close();
  }
  await ctx.close();
}
await b.close();
await sql.end();
