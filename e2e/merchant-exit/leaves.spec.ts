import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import { field, newMerchant } from '../support/company';
import { openDecision } from '../support/review';
import { openShop, withoutUndoTime } from '../support/shop';
import { signInAs, siteDatabase } from '../support/sign-in';

let giveUndoBack: () => Promise<void>;
test.beforeAll(async () => {
  giveUndoBack = await withoutUndoTime();
});
test.afterAll(async () => giveUndoBack());

test('what is in the way is named, with the way to it', async ({ page, context }) => {
  const shop = await openShop(50_000n);
  await signInAs(context, shop.ownerEmail);
  await page.goto('/merchant/exit');
  await expect(page.getByText('1 个商品未下架')).toBeVisible();
  await expect(page.getByText('全部条件满足后可以申请')).toBeVisible();
  await expect(field(page, 'reason')).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole('link', { name: '1 个商品未下架' }).click();
  await page.waitForURL(/\/merchant\/products/);
});

test('a merchant asks, is let go, and reads its history from then on', async ({
  page,
  context,
  browser,
}) => {
  test.setTimeout(90_000);
  const { email, name } = await newMerchant();
  const sql = siteDatabase();
  const [merchant] = await sql<{ id: string }[]>`select id from merchant where name = ${name}`;
  await sql.end();
  await signInAs(context, email);
  await page.goto('/merchant/exit');
  await field(page, 'reason').fill('公司业务调整，不再经营软件服务。');
  await page.getByRole('button', { name: '申请退出云商店' }).click();
  await expect(page.getByText('请确认您了解退出的后果。')).toBeVisible();
  await field(page, 'understood').check();
  await page.getByRole('button', { name: '申请退出云商店' }).click();
  await expect(page.locator('.page-head').getByText('审核中')).toBeVisible();
  await expectAccessible(page);

  const desks = await browser.newContext({ locale: 'zh-CN' });
  const desk = await desks.newPage();
  await signInAs(desks, 'reviewer@guildhall.example');
  await desk.goto('/ops/queue?noun=merchantExit');
  await desk.getByRole('link', { name }).click();
  await expect(desk.getByText('公司业务调整，不再经营软件服务。')).toBeVisible();
  await expectAccessible(desk);
  await (await openDecision(desk, 'a')).getByRole('button', { name: '通过' }).click();
  await expect(desk.locator('.page-head').getByText('已退出')).toBeVisible();
  await desks.close();

  await page.goto('/merchant');
  await expect(page.getByText('已退出').first()).toBeVisible();
  await page.goto('/merchant/information');
  await expect(page.getByText(name).first()).toBeVisible();
  await expect(page.getByRole('button', { name: '修改商家信息' })).toHaveCount(0);
  expect((await page.goto('/merchant/products/publish'))?.status()).toBe(404);
  expect((await page.goto(`/merchants/${merchant?.id}`))?.status()).toBe(404);
});
