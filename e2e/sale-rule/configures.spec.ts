import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import { openShop } from '../support/shop';
import { signInAs, siteDatabase } from '../support/sign-in';

let shop: Awaited<ReturnType<typeof openShop>>;
let buyer: { id: string; name: string };

test.beforeAll(async () => {
  shop = await openShop(880_000n);
  const sql = siteDatabase();
  const [found] = await sql<{ id: string; name: string }[]>`
    select id, name from account where email = 'buyer@guildhall.example'`;
  await sql.end();
  if (!found) throw new Error('the demo has no buyer');
  buyer = found;
});

test('a merchant keeps stock, and is refused a total that is already consumed', async ({
  page,
  context,
}) => {
  await signInAs(context, shop.ownerEmail);
  await page.goto('/merchant/stock');
  await expectAccessible(page);
  await page.getByRole('table').getByRole('link').first().click();
  await page.getByRole('button', { name: '启用库存管理' }).click();
  await page.locator('dialog[open]').getByRole('button', { name: '启用库存管理' }).click();
  await expect(page.getByText('有库存').first()).toBeVisible();
  await page.getByLabel('本次调整数量').fill('-999');
  await page.getByLabel('调整备注').fill('排期已满');
  await page.getByRole('button', { name: '提交调整' }).click();
  await expect(page.getByText('调整后的总库存必须大于已消耗数量（0）。').first()).toBeVisible();
  await expect(page.getByLabel('调整备注')).toHaveValue('排期已满');
  await page.getByLabel('本次调整数量').fill('-899');
  await page.getByRole('button', { name: '提交调整' }).click();
  await expect(page.getByRole('cell', { name: '排期已满' })).toBeVisible();
  await expect(page.getByRole('cell', { name: '-899' })).toBeVisible();
  await expectAccessible(page);
  const csv = await page.request.get('/api/ui/exports/merchant-stock?format=csv&show=kept');
  expect(await csv.text()).toContain('100');
});

test('a product is sold to the accounts on its list alone, and seldom', async ({
  page,
  context,
}) => {
  await signInAs(context, shop.ownerEmail);
  await page.goto('/merchant/product-configuration');
  await page.getByRole('table').getByRole('link').first().click();
  await page.getByRole('button', { name: '设置限购' }).click();
  const dialog = page.locator('dialog[open]');
  await dialog.getByRole('button', { name: '保存限购' }).click();
  await expect(dialog.getByText('请至少设置一种限购方式。').first()).toBeVisible();
  await dialog.getByLabel('累计购买次数上限').fill('2');
  await dialog.getByRole('button', { name: '保存限购' }).click();
  await expect(page.getByRole('cell', { name: '最多购买 2 次' })).toBeVisible();

  await page.getByRole('button', { name: '仅限指定用户购买' }).first().click();
  await expect(dialog.getByText('所有人立即不能购买')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '仅限指定用户购买' }).click();
  await expect(page.getByText('暂无人可购买')).toBeVisible();
  await page.getByLabel('账号名').fill('别的名字');
  await page.getByLabel('账号 ID').fill(buyer.id);
  await page.getByRole('button', { name: '添加用户' }).click();
  await expect(page.getByText('未找到账号名与账号 ID 同时匹配的账号。').first()).toBeVisible();
  await page.getByLabel('账号名').fill(buyer.name);
  await page.getByRole('button', { name: '添加用户' }).click();
  await expect(page.getByRole('cell', { name: buyer.id })).toBeVisible();
  await expectAccessible(page);
});
