import { expect, test } from '@playwright/test';
import { closeDatabase } from '@/db/client';
import { fund } from '@/db/factories/order';
import { createBuyer } from '@/lib/testing/actors';
import { newEmail, newPerson } from '../support/people';
import { openShop } from '../support/shop';
import { signInAs } from '../support/sign-in';

test.use({ javaScriptEnabled: false });

test('without script a refused form shows again what was typed, but no password', async ({
  page,
}) => {
  const email = newEmail('plain');
  await page.goto('/sign-up');
  const field = (name: string) => page.locator(`main [name="${name}"]`);
  await field('name').fill('周到');
  await field('email').fill(email);
  await field('phone').fill('12345');
  await field('password').fill('a secret of mine');
  await field('agreement').check();
  await page.locator('main [type=submit]').click();
  await expect(field('phone')).toHaveAttribute('aria-invalid', 'true');
  await expect(field('phone')).toHaveValue('12345');
  await expect(field('name')).toHaveValue('周到');
  await expect(field('email')).toHaveValue(email);
  await expect(field('agreement')).toBeChecked();
  await expect(field('password')).toHaveValue('');
  expect(await page.content()).not.toContain('a secret of mine');
});

test('without script a form says that it was saved', async ({ page, context }) => {
  const { email } = await newPerson('plain', '旧名字');
  await signInAs(context, email);
  await page.goto('/account');
  await page.locator('main [name=name]').fill('新名字');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('status').filter({ hasText: '已保存' })).toBeVisible();
  await page.goto('/account');
  await expect(page.locator('main [name=name]')).toHaveValue('新名字');
});

test('without script an order is placed once the agreement is ticked, and paid', async ({
  page,
  context,
}) => {
  const price = 120_050n;
  const email = newEmail('plain');
  await fund(await createBuyer({ email }), price);
  await closeDatabase();
  const { skuId } = await openShop(price);
  await signInAs(context, email);
  await page.goto(`/buyer/checkout?sku=${skuId}&quantity=1&periods=1`);
  await page.getByRole('button', { name: '提交订单' }).click();
  await expect(page.getByText('请阅读并同意服务协议。').first()).toBeVisible();
  await page.getByLabel(/我已阅读并同意/).check();
  await page.getByRole('button', { name: '提交订单' }).click();
  // Nothing on the page can lead on by itself.
  await page.getByRole('link', { name: '继续' }).click();
  await page.waitForURL(/orders\/od_\w+\/pay/);
  await expect(page.getByText('1,200.50').first()).toBeVisible();
  await page.getByRole('button', { name: /^支付/ }).click();
  await page.waitForURL(/orders\/od_\w+$/);
  await expect(page.getByText('处理中').first()).toBeVisible();
});
