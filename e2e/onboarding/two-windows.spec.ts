import { expect, test } from '@playwright/test';
import { field, newCompany } from '../support/company';
import { signInAs } from '../support/sign-in';

test('a second window is told what the first one changed, and goes on from there', async ({
  page,
  context,
}) => {
  const { email } = await newCompany();
  await signInAs(context, email);
  await page.goto('/merchant/onboarding');
  await page.getByRole('button', { name: '开始填写' }).click();
  await expect(page.getByText('填写中').first()).toBeVisible();
  const second = await context.newPage();
  await second.goto('/merchant/onboarding');
  await field(page, 'website').fill('https://one.example');
  await field(page, 'servicePhone').fill('0571-88881111');
  await expect(page.locator('.autosave')).toHaveAttribute('data-kind', 'saved');

  await field(second, 'website').fill('https://two.example');
  const told = second.locator('.autosave');
  await expect(told).toContainText('保存草稿');
  await expect(told).toContainText('公司网站');
  await expect(told).toContainText('客服电话');
  await expect(field(second, 'website')).toHaveValue('https://two.example');

  // What nobody touched here follows the other window; what was typed here stays.
  await second.getByRole('button', { name: '载入最新状态' }).click();
  await expect(field(second, 'servicePhone')).toHaveValue('0571-88881111');
  await expect(field(second, 'website')).toHaveValue('https://two.example');
  await expect(told).toHaveAttribute('data-kind', 'saved');
  await expect(told).not.toContainText('公司网站');
  await page.reload();
  await expect(field(page, 'website')).toHaveValue('https://two.example');
  await expect(field(page, 'servicePhone')).toHaveValue('0571-88881111');
});
