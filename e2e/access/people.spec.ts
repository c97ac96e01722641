import { expect, test } from '@playwright/test';
import { openShop } from '../support/shop';
import { signInAs, siteDatabase } from '../support/sign-in';

const OPS = ['/ops', '/ops/queue', '/ops/staff', '/ops/staff/new', '/ops/identities'];
const MERCHANT = ['/merchant/members', '/merchant/members/invite', '/merchant/receivers'];
const OWN = ['/account', '/account/security', '/account/devices', '/account/messages'];

test('visitors are sent to sign in, and led back to where they were going', async ({ page }) => {
  for (const path of [...OPS, ...MERCHANT, ...OWN]) {
    await page.goto(path);
    await expect(page).toHaveURL(`/sign-in?next=${encodeURIComponent(path)}`);
  }
});

test('customers, members and other staff find nothing where they have no business', async ({
  page,
  context,
}) => {
  await signInAs(context, 'buyer@guildhall.example');
  for (const path of [...OPS, ...MERCHANT]) {
    expect([path, (await page.goto(path))?.status()]).toEqual([path, 404]);
  }
  await signInAs(context, 'finance@guildhall.example');
  for (const path of ['/ops/staff', '/ops/staff/new']) {
    expect([path, (await page.goto(path))?.status()]).toEqual([path, 404]);
  }
});

test('a merchant’s people are not there for another merchant', async ({ page, context }) => {
  const mine = await openShop(100_000n);
  const other = await openShop(100_000n);
  const sql = siteDatabase();
  const [owner] = await sql<{ id: string }[]>`
    select id from member where merchant_id = ${other.merchantId} and owner`;
  await sql.end();
  await signInAs(context, mine.ownerEmail);
  expect((await page.goto(`/merchant/members/${owner?.id}`))?.status()).toBe(404);
  const hat = await page.request.get(`/api/ui/hats/${other.merchantId}`, { maxRedirects: 0 });
  expect(hat.headers().location).not.toMatch(/\/merchant$/);
  const list = await page.request.get('/api/ui/exports/merchant-members?format=csv');
  expect(await list.text()).not.toContain(other.ownerEmail);
});

test('signing in never leads to another site', async ({ page }) => {
  await page.goto('/sign-in?next=https%3A%2F%2Fevil.example%2F');
  await page.locator('[name=email]').fill('buyer@guildhall.example');
  await page.locator('[name=password]').fill('guildhall-demo');
  await page.locator('main form [type=submit]').click();
  await expect(page).toHaveURL(/\/buyer$/);
});
