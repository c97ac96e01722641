import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import { newPerson, PASSWORD } from '../support/people';
import { signInAs } from '../support/sign-in';

test('what happened to an account waits in its inbox, is read by opening, and is nobody else’s', async ({
  page,
  context,
}) => {
  const { email } = await newPerson('reader');
  const other = await newPerson('stranger');
  await signInAs(context, email);
  await page.goto('/account/security');
  await page.locator('[name=current]').fill(PASSWORD);
  await page.locator('main [name=password]').first().fill('another password');
  await page.getByRole('button', { name: '修改密码' }).click();
  await expect(page.getByText('密码已修改，其他设备已退出')).toBeVisible();
  await expect(async () => {
    await page.goto('/account/messages?show=unread');
    await expect(page.getByRole('link', { name: '密码已修改' })).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 20_000 });
  await expectAccessible(page);
  await page.getByRole('link', { name: '密码已修改' }).click();
  await expect(page.getByRole('heading', { name: '密码已修改' })).toBeVisible();
  const message = page.url();
  await page.goto('/account/messages?show=unread');
  await expect(page.getByText('没有符合条件的消息')).toBeVisible();
  await signInAs(context, other.email);
  const answer = await page.goto(message);
  expect(answer?.status()).toBe(404);
});
