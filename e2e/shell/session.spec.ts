import { expect, test } from '@playwright/test';
import { newPerson, PASSWORD } from '../support/people';
import { signInAs } from '../support/sign-in';

test('a session that ends while a form is filled in loses nothing of it', async ({
  page,
  context,
}) => {
  const { email } = await newPerson('away', '旧名字');
  await signInAs(context, email);
  await page.goto('/account');
  const name = page.locator('main [name=name]');
  await name.fill('新名字');

  const elsewhere = await context.newPage();
  await elsewhere.goto('/account');
  await elsewhere.locator('.topbar [data-menu] summary').last().click();
  await elsewhere.getByRole('button', { name: '退出登录' }).click();
  await expect(elsewhere).toHaveURL(/sign-in/);
  await elsewhere.close();

  await page.getByRole('button', { name: '保存' }).click();
  const notice = page.getByRole('alert').filter({ hasText: '重新登录' });
  await expect(notice).toBeVisible();
  await expect(name).toHaveValue('新名字');
  const opens = context.waitForEvent('page');
  await notice.getByRole('link').click();
  const door = await opens;
  await door.locator('main [name=email]').fill(email);
  await door.locator('main [name=password]').fill(PASSWORD);
  await door.locator('main form [type=submit]').click();
  await expect(door).not.toHaveURL(/sign-in/);
  await door.close();

  await expect(name).toHaveValue('新名字');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已保存')).toBeVisible();
  await page.reload();
  await expect(name).toHaveValue('新名字');
});
