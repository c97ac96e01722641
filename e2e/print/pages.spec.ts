import { writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { closeDatabase } from '@/db/client';
import {
  applied,
  makeInvoiceable,
  makeInvoiceBuyer,
  makeInvoicingMerchant,
} from '@/db/factories/invoice';
import { makeRefund } from '@/db/factories/refund';
import { makeAppeal } from '@/lib/workflows/appeal/testing';
import { signInAs, siteDatabase } from '../support/sign-in';

/** Width in CSS pixels that the margins of A4 leave. */
const SHEET = { width: 688, height: 1000 };

/** The latest record of the demo's own company and merchant, for who opens it at which address. */
const ofDemo = (table: 'order' | 'supervision', email: string, path: string) => async () => {
  const sql = siteDatabase();
  const [row] = await sql<{ id: string }[]>`
    select r.id from ${sql(table)} r
    join account b on b.id = r.buyer_id and b.email = 'purchasing@hengtong.example'
    join merchant m on m.id = r.merchant_id
    join account o on o.id = m.owner_account_id and o.email = 'owner@yunfan.example'
    order by r.id desc limit 1`;
  await sql.end();
  if (!row) throw new Error(`the demo has no ${table}`);
  return { email, address: `${path}/${row.id}` };
};

async function anEvidence() {
  const sql = siteDatabase();
  const [row] = await sql<{ id: string }[]>`
    select id from evidence where noun = 'order' order by at desc limit 1`;
  await sql.end();
  return { email: 'arbiter@guildhall.example', address: `/ops/evidence/${row?.id}` };
}

/** A record between people of its own, opened by its buyer. */
const made = (make: () => Promise<{ buyerId: string; path: string }>) => async () => {
  const { buyerId, path } = await make();
  await closeDatabase();
  return { email: `${buyerId}@example.test`, address: path };
};

const aRefund = made(async () => {
  const { buyer, refund } = await makeRefund();
  return { buyerId: buyer.accountId, path: `/buyer/refunds/${refund.id}` };
});

const anAppeal = made(async () => {
  const { buyer, appeal } = await makeAppeal();
  return { buyerId: buyer.accountId, path: `/buyer/appeals/${appeal.id}` };
});

const anInvoice = made(async () => {
  const of = await makeInvoiceBuyer();
  const { orderId } = await makeInvoiceable({
    buyer: of.buyer,
    merchant: await makeInvoicingMerchant(),
  });
  const { id } = await applied(of, [orderId]);
  return { buyerId: of.buyer.accountId, path: `/buyer/invoices/${id}` };
});

const COMPANY = 'purchasing@hengtong.example';
const OWNER = 'owner@yunfan.example';

/** Pages that people hand in or file: what it is, and where who opens it. */
const PAGES: [what: string, find: () => Promise<{ email: string; address: string }>][] = [
  ['an order for its buyer', ofDemo('order', COMPANY, '/buyer/orders')],
  ['an order for its merchant', ofDemo('order', OWNER, '/merchant/orders')],
  ['an order for operations', ofDemo('order', 'finance@guildhall.example', '/ops/orders')],
  ['a supervision for its buyer', ofDemo('supervision', COMPANY, '/buyer/supervision')],
  ['a supervision for its merchant', ofDemo('supervision', OWNER, '/merchant/supervision')],
  [
    'a supervision for operations',
    ofDemo('supervision', 'arbiter@guildhall.example', '/ops/supervision'),
  ],
  ['an entry of the operation log', anEvidence],
  ['a refund', aRefund],
  ['an appeal', anAppeal],
  ['an invoice', anInvoice],
];

for (const [what, find] of PAGES) {
  test(`${what} prints as plain A4, whatever the screen looks like`, async ({
    page,
    context,
    baseURL,
  }) => {
    const { email, address } = await find();
    await signInAs(context, email);
    await context.addCookies([{ name: 'theme', value: 'dark', url: baseURL ?? '' }]);
    await page.goto(address);
    await expect(page.locator('[data-print]')).toBeVisible();
    await expect(page.locator('.print-head')).toBeHidden();

    await page.setViewportSize(SHEET);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const shell of ['.topbar', '.rail', '.crumbs', '.page-head__actions']) {
      for (const part of await page.locator(shell).all()) await expect(part).toBeHidden();
    }
    expect(
      await page.locator(':is(button, .button, input, select, textarea):visible').count(),
    ).toBe(0);
    const head = page.locator('.print-head');
    await expect(head).toContainText('Guildhall');
    await expect(head).toContainText(address);
    await expect(head.locator('time')).toHaveText(/20\d\d/);
    await expect(page.locator('h1')).toBeVisible();
    const look = await page.evaluate(() => ({
      paper: getComputedStyle(document.body).backgroundColor,
      scheme: getComputedStyle(document.documentElement).colorScheme,
      wide: document.documentElement.scrollWidth,
    }));
    expect(look).toEqual({ paper: 'rgb(255, 255, 255)', scheme: 'light', wide: SHEET.width });

    const sheets = await page.pdf({ preferCSSPageSize: true });
    expect(sheets.subarray(0, 5).toString()).toBe('%PDF-');
    // A4 in points.
    expect(sheets.toString('latin1')).toMatch(/\/MediaBox ?\[0 0 59[45][\d.]* 84[12][\d.]*\]/);
    if (process.env.PRINTS)
      writeFileSync(`${process.env.PRINTS}${address.replaceAll('/', '-')}.pdf`, sheets);
  });
}
