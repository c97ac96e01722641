import { expect, test } from '@playwright/test';
import { openShop } from '../support/shop';
import { signInAs } from '../support/sign-in';

test('a merchant adds, changes and removes an after-sales group', async ({ page, context }) => {
  const { ownerEmail } = await openShop(10_000n);
  await signInAs(context, ownerEmail);
  await page.goto('/merchant/support');
  await page.getByRole('button', { name: '新增客服组' }).click();
  const dialog = page.locator('dialog[open]');
  await dialog.locator('[name="name"]').fill('华东售后');
  await dialog.locator('[name="content"]').fill('安装、使用与故障咨询');
  await dialog.locator('[name="hours.0.to"]').fill('12:00');
  await dialog.locator('[name="phone"]').fill('0571-88880000');
  await dialog.locator('[name="email"]').fill('help@journey.example');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog.getByText('服务时间不得少于每周 5 天、每天 8 小时。')).toBeVisible();
  await dialog.locator('[name="hours.0.to"]').fill('18:00');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('heading', { name: '华东售后' })).toBeVisible();
  await expect(page.getByText('周一–周五 09:00–18:00')).toBeVisible();

  await page.getByRole('button', { name: '修改', exact: true }).click();
  await page.locator('dialog[open] [name="name"]').fill('全国售后');
  await page.locator('dialog[open]').getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('heading', { name: '全国售后' })).toBeVisible();
  await page.getByRole('button', { name: '删除' }).click();
  await page.locator('dialog[open]').getByRole('button', { name: '删除' }).click();
  await expect(page.getByText('还没有客服组')).toBeVisible();
});
