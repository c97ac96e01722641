import { writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { signInAs, siteDatabase } from '../support/sign-in';

/** Width in CSS pixels that the margins of A4 leave. */
const SHEET = { width: 688, height: 1000 };

/** Pages that people hand in or file: who opens which, of the demo's own records. */
const PAGES: [what: string, table: string, email: string, path: string][] = [
  ['order', 'order', 'purchasing@hengtong.example', '/buyer/orders'],
  ['order', 'order', 'owner@yunfan.example', '/merchant/orders'],
  ['order', 'order', 'finance@guildhall.example', '/ops/orders'],
  ['supervision', 'supervision', 'purchasing@hengtong.example', '/buyer/supervision'],
  ['supervision', 'supervision', 'owner@yunfan.example', '/merchant/supervision'],
  ['supervision', 'supervision', 'arbiter@guildhall.example', '/ops/supervision'],
  ['evidence', 'evidence', 'arbiter@guildhall.example', '/ops/evidence'],
];

/** The latest record of a table that this person's page can show. */
async function recordOf(table: string, email: string): Promise<string> {
  const sql = siteDatabase();
  const [buyer] = await sql<{ id: string }[]>`
    select id from account where email = ${email.startsWith('purchasing') ? email : 'purchasing@hengtong.example'}`;
  const [merchant] = await sql<{ id: string }[]>`
    select m.merchant_id as id from member m join account a on a.id = m.account_id
    where a.email = 'owner@yunfan.example'`;
  const rows =
    table === 'evidence'
      ? await sql<
          { id: string }[]
        >`select id from evidence where noun = 'order' order by id desc limit 1`
      : await sql<{ id: string }[]>`select id from ${sql(table)}
          where buyer_id = ${buyer?.id ?? ''} and merchant_id = ${merchant?.id ?? ''}
          order by id desc limit 1`;
  await sql.end();
  if (!rows[0]) throw new Error(`the demo has no ${table} of ${email}`);
  return rows[0].id;
}

for (const [what, table, email, path] of PAGES) {
  test(`the ${what} at ${path} prints as plain A4, whatever the screen looks like`, async ({
    page,
    context,
    baseURL,
  }) => {
    await signInAs(context, email);
    await context.addCookies([{ name: 'theme', value: 'dark', url: baseURL ?? '' }]);
    const address = `${path}/${await recordOf(table, email)}`;
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
