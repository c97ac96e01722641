import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import { newPerson } from '../support/people';
import { signInAs } from '../support/sign-in';

test('an administrator adds a colleague, who is out at once when disabled', async ({
  page,
  browser,
}) => {
  const { email } = await newPerson('staff', '新同事');
  const theirs = await browser.newContext({ locale: 'zh-CN' });
  await signInAs(theirs, email);
  const desk = await theirs.newPage();
  expect((await desk.goto('/ops/queue'))?.status()).toBe(404);

  await signInAs(page.context(), 'admin@guildhall.example');
  await page.goto('/ops/staff/new');
  await page.locator('main [name=email]').fill(email);
  await page.getByRole('button', { name: '添加' }).click();
  await expect(page.getByText('请至少选择一个角色。')).toBeVisible();
  await page.locator('main').getByLabel('审核', { exact: false }).first().check();
  await expectAccessible(page);
  await page.getByRole('button', { name: '添加' }).click();
  await expect(page).toHaveURL(/\/ops\/staff$/);
  expect((await desk.goto('/ops/queue'))?.status()).toBe(200);
  expect((await desk.goto('/ops/staff'))?.status()).toBe(404);

  await page.getByRole('link', { name: '新同事' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: '新同事' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '停用' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '停用' }).click();
  await expect(page.locator('.page-head').getByText('已停用')).toBeVisible();
  await desk.goto('/ops/queue');
  await expect(desk).toHaveURL(/sign-in/);
  await theirs.close();
});
